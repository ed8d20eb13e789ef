import { formatInstant } from '@/lib/i18n/format'
import { paths } from '@/lib/core/links'
import { auditSentence, auditWho } from '../../audit/audit-words'
import styles from './case.module.css'
import type { CaseView } from './view'

/** What says nothing of the request itself: who looked at it, which letters left. The audit log has all of it. */
const aside = new Set(['request.viewed', 'mail.sent', 'reminder.intended', 'file.downloaded'])

/** What happened to the request, the newest first. */
export function Timeline({ view }: { view: CaseView }) {
  const { t, locale, timeline, operator, slug, request, may } = view
  const events = timeline.filter(({ action }) => !aside.has(action)).toReversed()
  return (
    <section className={styles.card} aria-labelledby="timeline">
      <h2 id="timeline">{t('case.timeline')}</h2>
      <ol className={styles.timeline}>
        {events.map((event) => (
          <li key={event.seq}>
            <span>{auditSentence(t, event.action)}</span>
            <span className={styles.soft}>
              {event.actorKind !== 'staff' && `${auditWho(t, event)}, `}
              <time dateTime={event.at.toISOString()}>{formatInstant(event.at, locale, operator.timeZone)}</time>
            </span>
          </li>
        ))}
      </ol>
      {may.audit && <a href={`${paths.audit(locale, slug)}?request=${request.id}`}>{t('nav.audit')}</a>}
    </section>
  )
}
