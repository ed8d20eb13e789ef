import { paths } from '@/lib/core/links'
import type { RecordedClock } from '@/lib/requests/model'
import { dateInSentence } from '../../../../_ui/dates'
import { dutiesLeft } from '../_duties/duties-left'
import caseStyles from '../case.module.css'
import styles from './release.module.css'
import type { CaseView } from '../view'

/** What outlives the answer, and by when: above all where the answer says that everything is done. */
export function LeftOpen({ view }: { view: CaseView }) {
  const { t, locale, slug, request, answer } = view
  const left = dutiesLeft(view)
  if (left.length === 0 || !answer?.outcome) return null
  const isContradiction = answer.outcome === 'fulfilled'
  return (
    <section className={styles.leftOpen} data-tone={isContradiction ? 'warn' : undefined} aria-labelledby="left-open">
      <h2 id="left-open">{t(isContradiction ? 'release.left.contradiction' : 'release.left.title')}</h2>
      <ul className={caseStyles.points}>
        {left.map((clock) => (
          <li key={clock.id}>{lineOf(view, clock)}</li>
        ))}
      </ul>
      <p>
        {t('release.left.stays')}{' '}
        <a href={`${paths.request(locale, slug, request.id)}#deadline`}>{t('release.left.record')}</a>
      </p>
    </section>
  )
}

function lineOf({ t, locale, today }: CaseView, { clock, dueOn }: RecordedClock): string {
  const values = { clock: t(`clock.${clock}`), date: dateInSentence(dueOn, locale) }
  if (dueOn === today) return t('release.left.today', values)
  return t(dueOn < today ? 'release.left.overdue' : 'release.left.by', values)
}
