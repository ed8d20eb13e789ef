import { useTranslations } from 'next-intl'
import type { Locale, RequestKind } from '@/db/enums'
import { type Bilingual, clauseLabel, isByPolicyAlone, type OperatorProfile } from '@/db/operators'
import { Icon } from '@/app/_ui/icon'
import { typeset } from '@/lib/i18n/typeset'
import styles from './kind-cards.module.css'
import { Section } from './section'

interface Props {
  profile: OperatorProfile
  locale: Locale
  /** Where the form of each stands. */
  formOf: (kind: RequestKind) => string
}

/** What may be asked for here, each with its ground: a clause of the policy or the law alone. */
export function KindCards({ profile, locale, formOf }: Props) {
  const t = useTranslations('public.kinds')
  const kinds = useTranslations('kinds.title')
  const basis = (clauses: string[], kind: RequestKind, law: Bilingual) => {
    const own = clauses.map((clause) => clauseLabel(profile, clause, locale)).join(', ') || t('byLaw')
    return isByPolicyAlone(kind) ? own : `${own} · ${law[locale]}`
  }
  return (
    <Section id="kinds" title={t('title')}>
      <ul className={styles.cards}>
        {profile.kinds.map(({ kind, clauses, legalBasis, summary }) => (
          <li key={kind} className={styles.card}>
            <span className={styles.icon}>
              <Icon name={kind} size={26} />
            </span>
            <h3 className={styles.title}>
              <a href={formOf(kind)} className={styles.link}>
                {kinds(kind)}
              </a>
            </h3>
            <p className={styles.summary}>{typeset(summary[locale])}</p>
            <p className={styles.basis}>{typeset(basis(clauses, kind, legalBasis))}</p>
            <span className={styles.go} aria-hidden="true">
              <Icon name="arrow" size={20} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
