import { formatInstant } from '@/lib/i18n/format'
import { paths } from '@/lib/core/links'
import { auditDetails, auditSentence, auditWho } from '../../../audit/audit-words'
import caseStyles from '../case.module.css'
import styles from './history.module.css'
import type { CaseView } from '../view'

/** What happened to the request, the newest first. */
export function Timeline({ view }: { view: CaseView }) {
  const { t, locale, timeline, operator, slug, request, may } = view
  return (
    <section className={caseStyles.card} aria-labelledby="timeline">
      <h2 id="timeline">{t('case.timeline')}</h2>
      <ol className={styles.timeline}>
        {timeline.toReversed().map((event) => (
          <li key={event.seq}>
            <span>{auditSentence(t, event.action)}</span>
            <span className={caseStyles.soft}>{auditDetails(t, locale, event)}</span>
            <span className={caseStyles.soft}>
              {auditWho(t, event)},{' '}
              <time dateTime={event.at.toISOString()}>{formatInstant(event.at, locale, operator.timeZone)}</time>
            </span>
          </li>
        ))}
      </ol>
      {may.audit && <a href={`${paths.audit(locale, slug)}?request=${request.id}`}>{t('nav.audit')}</a>}
    </section>
  )
}
