import { useTranslations } from 'next-intl'
import { identityDocuments, type Locale } from '@/db/enums'
import { type AskSettings, askReasons, type OperatorProfile } from '@/db/operators'
import { Tick } from '@/app/_ui/form/choices'
import { SelectField } from '@/app/_ui/form/select-field'
import { DateField, TextField } from '@/app/_ui/form/text-field'
import { DocumentsField } from '../../../_parts/documents-field'
import styles from './step.module.css'
import { More, Step } from './step'

interface Props {
  number: number
  ask: AskSettings
  locale: Locale
}

export function ContactStep({ number, ask, locale }: Props) {
  const t = useTranslations('form')
  return (
    <Step step="contact" number={number} title={t('steps.contact')}>
      <TextField
        name="contact.email"
        label={t('contact.email')}
        why={t('contact.emailWhy')}
        // No type="email": the browser would refuse by itself what the form tells of in its own words.
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
      />
      {ask.phone !== 'hidden' && (
        <TextField
          name="contact.phone"
          label={t('contact.phone')}
          why={askReasons.phone[locale]}
          optional={t('optional')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          width="short"
        />
      )}
    </Step>
  )
}

/** Who the person is to the clinic (152-FZ 14(3)). Nothing here is insisted on: it may follow later. */
export function MatchStep({ number, ask, locale, profile }: Props & { profile: OperatorProfile }) {
  const t = useTranslations('form')
  const kinds = useTranslations('kinds')
  const optional = t('optional')
  return (
    <Step step="match" number={number} title={t('steps.match')}>
      <p className={styles.hint}>{t('later')}</p>
      {ask.relation !== 'hidden' && (
        <More title={t('match.relationTitle')} open={ask.relation === 'required'}>
          <p className={styles.hint}>
            {askReasons.relation[locale]} {profile.relationHint[locale]}.
          </p>
          <div className={styles.pair}>
            <TextField name="relation.contractNumber" label={t('match.contractNumber')} optional={optional} />
            <DateField
              name="relation.contractDate"
              label={t('match.contractDate')}
              why={t('dateWhy')}
              optional={optional}
            />
            <TextField name="relation.patientNumber" label={t('match.patientNumber')} optional={optional} />
            <DateField name="relation.visitDate" label={t('match.visitDate')} why={t('dateWhy')} optional={optional} />
          </div>
        </More>
      )}
      {ask.identityDocument !== 'hidden' && (
        <More title={t('match.identityTitle')} open={ask.identityDocument === 'required'}>
          <p className={styles.hint}>{askReasons.identityDocument[locale]}</p>
          <div className={styles.pair}>
            <SelectField
              name="identity.document"
              label={t('match.document')}
              optional={optional}
              empty={t('choose')}
              choices={identityDocuments.map((value) => ({ value, label: kinds(`identityDocument.${value}`) }))}
            />
            <TextField name="identity.number" label={t('match.number')} optional={optional} />
            <DateField name="identity.issuedOn" label={t('match.issuedOn')} why={t('dateWhy')} optional={optional} />
            <TextField name="identity.issuer" label={t('match.issuer')} optional={optional} />
          </div>
        </More>
      )}
    </Step>
  )
}

export function FilesStep({ number, ask, locale }: Props) {
  const t = useTranslations('form')
  return (
    <Step step="files" number={number} title={t('steps.files')}>
      <DocumentsField why={ask.proof === 'hidden' ? t('files.why') : askReasons.proof[locale]} locale={locale} />
    </Step>
  )
}

export function SignStep({ number }: { number: number }) {
  const t = useTranslations('form')
  return (
    <Step step="sign" number={number} title={t('steps.sign')}>
      <Tick name="signature.statement?" label={t('sign.statement')} />
      <TextField name="signature.name" label={t('sign.name')} why={t('sign.nameWhy')} autoComplete="name" />
    </Step>
  )
}
