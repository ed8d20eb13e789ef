import { formatDate } from '@/lib/i18n/format'
import { messages } from '@/lib/i18n/messages'
import { phoneHref } from '@/lib/text/phone'
import { shownEmail } from '@/lib/text/shown-email'
import styles from '../case.module.css'
import { setContact } from './actions'
import { ContactForm } from './contact-form'
import { Facts } from './facts'
import type { CaseView } from '../view'

interface Name {
  lastName: string
  firstName: string
  middleName: string
}

const fullName = ({ lastName, firstName, middleName }: Name): string =>
  [lastName, firstName, middleName].filter(Boolean).join(' ')

/** Who asks, for whom, how to reach them, and what shows that it is they. */
export function Person({ view }: { view: CaseView }) {
  const { t, locale, request, personal } = view
  const { subject, representative, authority, contact, identity, relation, signature } = personal
  const date = (value: string) => value && formatDate(value, locale)
  const evidence = [
    [t('case.identity'), identity.document && t(`document.${identity.document}`)],
    [t('case.identityNumber'), identity.number],
    [t('case.issued'), [date(identity.issuedOn), identity.issuer].filter(Boolean).join(', ')],
    [t('case.contract'), [relation.contractNumber, date(relation.contractDate)].filter(Boolean).join(', ')],
    [t('case.patientNumber'), relation.patientNumber],
    [t('case.visit'), date(relation.visitDate)],
    // On the portal the tick is part of the signature.
    [t('case.atIntake'), request.channel !== 'portal' && signature.statement && t('case.identityAtIntake')],
  ] as const
  const phone = contact.phone && <a href={phoneHref(contact.phone)}>{contact.phone}</a>
  const email = contact.email ? (
    <>
      <a href={`mailto:${contact.email}`}>{shownEmail(contact.email)}</a>{' '}
      <span className={styles.soft}>({t(request.emailConfirmedAt ? 'case.confirmed' : 'case.unconfirmed')})</span>
    </>
  ) : (
    t('case.noEmail')
  )
  return (
    <>
      <section className={styles.card} aria-labelledby="person">
        <h2 id="person">{t('case.person')}</h2>
        <p className={styles.name}>{fullName(subject)}</p>
        <p className={styles.soft}>{t(`requester.${request.requesterType}`)}</p>
        <Facts
          rows={[
            [t('case.birthDate'), date(subject.birthDate)],
            [t('case.representative'), representative && fullName(representative)],
            [t('case.powers'), representative?.document],
            [t('case.authority'), authority?.name],
            [t('case.letterRef'), authority?.letter],
            [t('case.official'), authority?.official],
            [t('case.email'), email],
            [t('case.phone'), phone],
            [t('case.language'), t(`case.locale.${request.locale}`)],
          ]}
        />
        {view.may.contact && (
          <details className={styles.how}>
            <summary>{t(contact.email ? 'case.contact.change' : 'case.contact.add')}</summary>
            <ContactForm
              action={setContact.bind(null, view.slug)}
              requestId={request.id}
              words={messages[locale].admin.case.contact}
              forms={view.forms}
            />
          </details>
        )}
      </section>
      <section className={styles.card} aria-labelledby="evidence">
        <h2 id="evidence">{t('case.evidence')}</h2>
        {evidence.every(([, value]) => !value) && (
          <p className={styles.soft}>
            {t(view.awaitsAnswer && request.channel === 'portal' ? 'case.noEvidence' : 'case.noEvidenceThere')}
          </p>
        )}
        <Facts rows={[...evidence, [t('case.signature'), signature.name || t('case.unsigned')]]} />
      </section>
    </>
  )
}
