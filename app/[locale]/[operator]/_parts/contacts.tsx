import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { clauseLabel, type OperatorProfile } from '@/db/operators'
import { Icon } from '@/app/_ui/icon'
import styles from './contacts.module.css'
import { Section } from './section'

interface Props {
  profile: OperatorProfile
  locale: Locale
  title: string
  lead: string
}

/** The ways to the clinic that its policy names. */
export function Contacts({ profile, locale, title, lead }: Props) {
  const t = useTranslations('public.contacts')
  return (
    <Section id="contacts" title={title} lead={lead}>
      <ul className={styles.cards}>
        {profile.contacts.map(({ channel, value, href, note, clauses }) => (
          <li key={channel + value.en} className={styles.card}>
            <Icon name={channel} size={24} className={styles.icon} />
            <div>
              <p className={styles.channel}>{t(channel)}</p>
              <p className={styles.value}>{href ? <a href={href}>{value[locale]}</a> : value[locale]}</p>
              <p className={styles.note}>
                {[note?.[locale], clauses.map((clause) => clauseLabel(profile, clause, locale)).join(', ')]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
