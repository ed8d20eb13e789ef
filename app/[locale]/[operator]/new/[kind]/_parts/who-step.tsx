import { useTranslations } from 'next-intl'
import { requesterTypes, type Locale } from '@/db/enums'
import { type AskSettings, askReasons } from '@/db/operators'
import { Choices } from '@/app/_ui/form/choices'
import { DateField, TextField } from '@/app/_ui/form/text-field'
import styles from './filing.module.css'
import stepStyles from './step.module.css'
import { Group, Step } from './step'

/** Who asks, and whose data they are. */
export function WhoStep({ number, ask, locale }: { number: number; ask: AskSettings; locale: Locale }) {
  const t = useTranslations('form')
  const optional = t('optional')
  const name = { spellCheck: false }
  return (
    <Step step="who" number={number} title={t('steps.who')}>
      <Choices
        name="requesterType"
        label={t('who.legend')}
        preset="subject"
        choices={requesterTypes.map((value) => ({ value, label: t(`who.${value}`), hint: t(`who.${value}Hint`) }))}
      />
      <Group
        title={t('who.representativeTitle')}
        why={t('who.representativeWhy')}
        className={styles.whenRepresentative}
      >
        <div className={stepStyles.pair}>
          <TextField name="representative.lastName" label={t('who.lastName')} autoComplete="family-name" {...name} />
          <TextField name="representative.firstName" label={t('who.firstName')} autoComplete="given-name" {...name} />
        </div>
        <TextField
          name="representative.middleName"
          label={t('who.middleName')}
          optional={optional}
          autoComplete="additional-name"
          {...name}
        />
        {ask.authorityDocument !== 'hidden' && (
          <TextField
            name="representative.document"
            label={t('who.document')}
            why={`${askReasons.authorityDocument[locale]} ${t('later')}`}
            optional={optional}
          />
        )}
      </Group>
      <Group title={t('who.authorityTitle')} className={styles.whenAuthority}>
        <TextField name="authority.name" label={t('who.authorityName')} autoComplete="organization" />
        <TextField name="authority.letter" label={t('who.letter')} optional={optional} />
        <TextField name="authority.official" label={t('who.official')} optional={optional} />
      </Group>
      <Group title={t('who.personTitle')} why={t('who.personWhy')}>
        <div className={stepStyles.pair}>
          <TextField name="subject.lastName" label={t('who.lastName')} autoComplete="family-name" {...name} />
          <TextField name="subject.firstName" label={t('who.firstName')} autoComplete="given-name" {...name} />
        </div>
        <TextField
          name="subject.middleName"
          label={t('who.middleName')}
          optional={optional}
          autoComplete="additional-name"
          {...name}
        />
        {ask.birthDate !== 'hidden' && (
          <DateField
            name="subject.birthDate"
            label={t('who.birthDate')}
            why={`${askReasons.birthDate[locale]} ${t('dateWhy')}`}
            optional={optional}
            autoComplete="bday"
          />
        )}
      </Group>
    </Step>
  )
}
