import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { clauseLabel, type OperatorProfile } from '@/db/operators'
import { Icon } from '@/app/_ui/icon'
import { OutLink } from './out-link'
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
              <p className={styles.value}>{linked(value[locale], href)}</p>
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

/** An address of mail or a number of a phone opens no page. */
function linked(text: string, href: string | undefined) {
  if (href === undefined) return text
  return href.startsWith('http') ? <OutLink href={href}>{text}</OutLink> : <a href={href}>{text}</a>
}
