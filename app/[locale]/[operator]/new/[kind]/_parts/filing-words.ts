import { getMessages, getTranslations } from 'next-intl/server'
import type { RequestKind } from '@/db/enums'
import { kindForms } from '@/db/kinds/forms'
import { fileLimits } from '@/lib/documents/limits'
import { KEPT_HOURS } from '@/lib/saved-forms/model'
import type { EntryWords } from './entry-step'
import type { ReviewWords } from './review-step'

/** Each of them may be wrong by itself. */
const MOST_FILES = 2 * fileLimits.perForm

/** The sentences that the form of a kind says by itself in the browser. All others are on the page already. */
export async function filingWords(kind: RequestKind): Promise<EntryWords & ReviewWords> {
  const t = await getTranslations('form')
  const { errors, form } = await getMessages()
  const { grounds, details } = kindForms[kind]
  const labels = {
    requesterType: t('who.legend'),
    'representative.lastName': `${t('who.representativeTitle')}, ${t('who.lastName')}`,
    'representative.firstName': `${t('who.representativeTitle')}, ${t('who.firstName')}`,
    'representative.middleName': t('who.middleName'),
    'representative.document': t('who.document'),
    'authority.name': t('who.authorityName'),
    'authority.letter': t('who.letter'),
    'authority.official': t('who.official'),
    'subject.lastName': t('who.lastName'),
    'subject.firstName': t('who.firstName'),
    'subject.middleName': t('who.middleName'),
    'subject.birthDate': t('who.birthDate'),
    'correction.wrong': t('what.wrong'),
    'correction.right': t('what.right'),
    ...(grounds && { ground: t(`what.${grounds.legend}`) }),
    scope: t('what.scopeLegend'),
    mailingChannels: t('what.channelsLegend'),
    categories: t('what.categories'),
    details: t(`what.${details.label}`),
    'contact.email': t('contact.email'),
    'contact.phone': t('contact.phone'),
    'relation.contractNumber': t('match.contractNumber'),
    'relation.contractDate': t('match.contractDate'),
    'relation.patientNumber': t('match.patientNumber'),
    'relation.visitDate': t('match.visitDate'),
    'identity.document': t('match.document'),
    'identity.number': t('match.number'),
    'identity.issuedOn': t('match.issuedOn'),
    'identity.issuer': t('match.issuer'),
    uploads: t('steps.files'),
    'signature.statement': t('steps.sign'),
    'signature.name': t('sign.name'),
  }
  return {
    next: t('next'),
    nextHint: t('nextHint'),
    sending: t('sending'),
    save: t('save'),
    saveHint: t('saveHint', { hours: KEPT_HOURS }),
    saving: t('saving'),
    saveFramed: t('saveFramed'),
    openApart: t('openApart'),
    errorsTitles: Array.from({ length: Object.keys(labels).length + MOST_FILES }, (_, count) =>
      t('errorsTitle', { count }),
    ),
    errors,
    refused: form.refused,
    labels,
    reviewTitle: t('review.title'),
    reviewLead: t('review.lead'),
    repeated: t('files.repeated'),
    edit: t('review.edit'),
    send: t('review.send'),
  }
}
