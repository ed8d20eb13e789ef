import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { citedClauses, clauseLabel, isOwnPolicy, type OperatorProfile, type Statement } from '@/db/operators'
import { Icon } from '@/app/_ui/icon'
import { typeset } from '@/lib/i18n/typeset'
import styles from './policy-words.module.css'
import { Section } from './section'

const parts = ['rights', 'duties', 'transfers', 'retention', 'purposes', 'patientDuties', 'minors', 'notes'] as const

/** What the policy says, in plain words, with the clauses it is said in. */
export function PolicyWords({ profile, locale }: { profile: OperatorProfile; locale: Locale }) {
  const t = useTranslations('public.policy')
  const { statement, minimumAge } = profile.minors
  const isOwn = isOwnPolicy(Object.values(citedClauses(profile)).flat())
  const listed: Record<(typeof parts)[number], Statement[]> = { ...profile, minors: statement ? [statement] : [] }
  return (
    <Section id="policy" title={t(isOwn ? 'title' : 'titleByLaw')}>
      <div className={styles.parts}>
        {parts.map((part) => {
          const says = listed[part]
          const age = part === 'minors' && minimumAge !== null && says.length === 0 ? minimumAge : undefined
          if (says.length === 0 && age === undefined) return null
          return (
            <details key={part} className={styles.part} open={part === 'rights'}>
              <summary className={styles.summary}>
                <h3 className={styles.title}>{t(part)}</h3>
                <Icon name="chevron" size={22} className={styles.chevron} />
              </summary>
              <ul className={styles.list}>
                {age !== undefined && <li>{t('age', { age })}</li>}
                {says.map(({ clauses, text }) => (
                  <li key={text.en}>
                    {typeset(text[locale])}{' '}
                    <span className={styles.clauses}>
                      {clauses.map((clause) => clauseLabel(profile, clause, locale)).join(', ')}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )
        })}
      </div>
    </Section>
  )
}
