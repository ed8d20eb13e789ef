import { useTranslations } from 'next-intl'
import { clockNames, type Locale } from '@/db/enums'
import type { timelineActions } from '@/lib/audit/actions'
import { formatInstant } from '@/lib/i18n/format'
import type { TimelineEvent } from '@/lib/requests/model'
import caseStyles from './case.module.css'
import styles from './timeline.module.css'

type Dashed<Action extends string> = Action extends `${infer Subject}.${infer Deed}` ? `${Subject}-${Deed}` : never
type Told = Dashed<(typeof timelineActions)[number]>

const inSentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

/** What has happened, newest first; of a duty, which one. */
export function Timeline({ events, locale, timeZone }: { events: TimelineEvent[]; locale: Locale; timeZone: string }) {
  const t = useTranslations('case.timeline')
  // The query gives a requester none but the actions that are told.
  const clocks = useTranslations('kinds.clock')
  const told = ({ action, data }: TimelineEvent) => {
    const clock = clockNames.find((name) => name === data['clock'])
    return t(action.replace('.', '-') as Told, { what: clock ? inSentence(clocks(clock)) : '' })
  }
  return (
    <ol className={styles.timeline}>
      {events.toReversed().map((event) => (
        <li key={event.seq}>
          <p>{told(event)}</p>
          <time dateTime={event.at.toISOString()} className={caseStyles.soft}>
            {formatInstant(event.at, locale, timeZone)}
          </time>
        </li>
      ))}
    </ol>
  )
}
