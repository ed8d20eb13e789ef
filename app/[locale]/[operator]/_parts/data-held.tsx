import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import {
  type CategoryGroup,
  citedClauses,
  clauseLabel,
  isOwnPolicy,
  type DataCategory,
  type OperatorProfile,
} from '@/db/operators'
import { Icon, type IconName } from '@/app/_ui/icon'
import styles from './data-held.module.css'
import { Section } from './section'

const groups: { group: CategoryGroup; icon: IconName }[] = [
  { group: 'given', icon: 'correction' },
  { group: 'automatic', icon: 'site-form' },
  { group: 'others', icon: 'social' },
]

/** The data that the policy names, or the law's usual ones where there is none yet, by where they come from and by clause. */
export function DataHeld({ profile, locale }: { profile: OperatorProfile; locale: Locale }) {
  const t = useTranslations('public.data')
  const isOwn = isOwnPolicy(citedClauses(profile).dataCategories)
  return (
    <Section id="data" title={t('title')} lead={t(isOwn ? 'lead' : 'leadByLaw')}>
      <div className={styles.groups}>
        {groups.map(({ group, icon }) => {
          const held = profile.dataCategories.filter((category) => category.group === group)
          if (held.length === 0) return null
          return (
            <div key={group} className={styles.group}>
              <h3 className={styles.title}>
                <Icon name={icon} size={22} className={styles.icon} /> {t(group)}
              </h3>
              {byClause(held).map(([clause, categories]) => (
                <div key={clause} className={styles.clause}>
                  <ul className={styles.chips}>
                    {categories.map(({ key, label }) => (
                      <li key={key} className={styles.chip}>
                        {label[locale]}
                      </li>
                    ))}
                  </ul>
                  <p className={styles.source}>{clauseLabel(profile, clause, locale)}</p>
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </Section>
  )
}

const byClause = (categories: DataCategory[]): [string, DataCategory[]][] => [
  ...Map.groupBy(categories, ({ clause }) => clause),
]
