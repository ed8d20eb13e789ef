import { getTranslations } from 'next-intl/server'
import { Choices, Tick } from '@/app/_ui/form/choices'
import { SelectField } from '@/app/_ui/form/select-field'
import { DateField, TextAreaField, TextField } from '@/app/_ui/form/text-field'
import {
  consentScopes,
  identityDocuments,
  intakeChannels,
  type Locale,
  locales,
  mailingChannels,
  type RequestKind,
  requesterTypes,
  requestGrounds,
  requestKinds,
} from '@/db/enums'
import { kindForms } from '@/db/kinds/forms'
import styles from './manual.module.css'

const languages: Record<Locale, string> = { ru: 'Русский', en: 'English' }

/** The fields that a kind needs and others do not, for the styles. */
function needsOf(kind: RequestKind): string {
  const { grounds, hasScope, hasCorrection } = kindForms[kind]
  return [grounds && 'ground', hasScope && 'scope', hasCorrection && 'correction'].filter(Boolean).join(' ')
}

/** What stands in the letter, in the order of the portal's own form and in its words. */
export async function ManualFields({ locale }: { locale: Locale }) {
  const [t, form] = await Promise.all([getTranslations('admin'), getTranslations('form')])
  const optional = t('manual.optional')
  const empty = t('manual.choose')
  return (
    <>
      <section className={styles.group}>
        <SelectField
          name="channel"
          label={t('manual.channel')}
          empty={empty}
          choices={intakeChannels
            .filter((value) => value !== 'portal')
            .map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <DateField
          name="receivedOn"
          label={t('manual.receivedOn')}
          why={`${t('manual.receivedOnWhy')} ${form('dateWhy')}`}
        />
        <SelectField
          name="kind"
          label={t('manual.kind')}
          empty={empty}
          choices={requestKinds.map((value) => ({ value, label: t(`kind.${value}`), needs: needsOf(value) }))}
        />
        <div data-for="ground">
          <SelectField
            name="ground"
            label={t('case.groundLabel')}
            empty={empty}
            choices={requestGrounds.map((value) => ({ value, label: t(`ground.${value}`) }))}
          />
        </div>
        <div data-for="scope">
          <SelectField
            name="scope"
            label={t('manual.scope')}
            empty={empty}
            choices={consentScopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
          />
        </div>
        <div data-for="mailing">
          <Choices
            many
            look="chips"
            name="mailingChannels[]"
            label={t('case.channelsLabel')}
            choices={mailingChannels.map((value) => ({ value, label: t(`mailing.${value}`) }))}
          />
        </div>
        <div data-for="correction">
          <TextAreaField name="correction.wrong" label={form('what.wrong')} optional={optional} rows={2} />
          <TextAreaField name="correction.right" label={form('what.right')} rows={2} />
        </div>
        <TextAreaField name="details" label={form('what.details')} optional={optional} />
      </section>
      <section className={styles.group}>
        <h2>{form('steps.who')}</h2>
        <SelectField
          name="requesterType"
          label={t('case.person')}
          empty={empty}
          choices={requesterTypes.map((value) => ({ value, label: t(`requester.${value}`) }))}
        />
        <h3>{form('who.personTitle')}</h3>
        <TextField name="subject.lastName" label={form('who.lastName')} />
        <TextField name="subject.firstName" label={form('who.firstName')} />
        <TextField name="subject.middleName" label={form('who.middleName')} optional={optional} />
        <DateField name="subject.birthDate" label={form('who.birthDate')} why={form('dateWhy')} optional={optional} />
        <div data-for="representative">
          <h3>{t('case.representative')}</h3>
          <TextField name="representative.lastName" label={form('who.lastName')} />
          <TextField name="representative.firstName" label={form('who.firstName')} />
          <TextField name="representative.middleName" label={form('who.middleName')} optional={optional} />
          <TextField name="representative.document" label={form('who.document')} optional={optional} />
        </div>
        <div data-for="authority">
          <TextField name="authority.name" label={form('who.authorityName')} />
          <TextField name="authority.letter" label={form('who.letter')} optional={optional} />
          <TextField name="authority.official" label={form('who.official')} optional={optional} />
        </div>
        <TextField
          name="contact.email"
          type="email"
          label={t('manual.email')}
          why={t('manual.emailWhy')}
          optional={optional}
        />
        <TextField name="contact.phone" type="tel" label={form('contact.phone')} optional={optional} />
        <SelectField
          name="locale"
          label={t('manual.locale')}
          empty={languages[locale]}
          choices={locales.map((value) => ({ value, label: languages[value] }))}
        />
      </section>
      <section className={styles.group}>
        <h2>{t('case.evidence')}</h2>
        <SelectField
          name="identity.document"
          label={form('match.document')}
          empty={empty}
          choices={identityDocuments.map((value) => ({ value, label: t(`document.${value}`) }))}
        />
        <TextField name="identity.number" label={form('match.number')} optional={optional} />
        <DateField name="identity.issuedOn" label={form('match.issuedOn')} why={form('dateWhy')} optional={optional} />
        <TextField name="identity.issuer" label={form('match.issuer')} optional={optional} />
        <TextField name="relation.contractNumber" label={form('match.contractNumber')} optional={optional} />
        <DateField
          name="relation.contractDate"
          label={form('match.contractDate')}
          why={form('dateWhy')}
          optional={optional}
        />
        <TextField name="relation.patientNumber" label={form('match.patientNumber')} optional={optional} />
        <TextField name="signature.name" label={t('manual.signedBy')} optional={optional} />
        <Tick name="signature.statement?" label={t('manual.statement')} />
      </section>
    </>
  )
}
