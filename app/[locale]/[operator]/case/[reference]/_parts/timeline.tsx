import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import type { timelineActions } from '@/lib/audit/actions'
import { formatInstant } from '@/lib/i18n/format'
import type { TimelineEvent } from '@/lib/requests/model'
import styles from './case.module.css'

type Dashed<Action extends string> = Action extends `${infer Subject}.${infer Deed}` ? `${Subject}-${Deed}` : never
type Told = Dashed<(typeof timelineActions)[number]>

/** What has happened, newest first. */
export function Timeline({ events, locale, timeZone }: { events: TimelineEvent[]; locale: Locale; timeZone: string }) {
  const t = useTranslations('case.timeline')
  // The query gives a requester none but the actions that are told.
  const told = (action: string) => t(action.replace('.', '-') as Told)
  return (
    <ol className={styles.timeline}>
      {events.toReversed().map(({ seq, at, action }) => (
        <li key={seq}>
          <p>{told(action)}</p>
          <time dateTime={at.toISOString()} className={styles.soft}>
            {formatInstant(at, locale, timeZone)}
          </time>
        </li>
      ))}
    </ol>
  )
}
