import { type Milestone, type MilestoneSettings, nextMilestones } from '@/lib/calendar/milestones'
import { compareDates } from '@/lib/core/calendar-date'
import type { ExplainedClock } from '@/lib/requests/model'
import { dateBrief } from '../../../../_ui/dates'
import caseStyles from '../case.module.css'
import styles from './history.module.css'
import type { CaseView } from '../view'

const SHOWN = 6

/** Which reminders go out, from today on, if nothing changes. */
export function Upcoming({ view, reminders }: { view: CaseView; reminders: MilestoneSettings }) {
  const { t, locale, clocks, calendar, today, isOpen, request } = view
  const dayOf = ({ on }: Milestone) => (on === today ? t('case.legend.today') : dateBrief(on, locale))
  const running = isOpen ? clocks.filter(({ stoppedOn }) => stoppedOn === null) : []
  const ahead = running
    .flatMap((clock) =>
      withoutRepeats(nextMilestones(calendar, clock, reminders, today, SHOWN + 1)).map((milestone) => ({
        clock,
        milestone,
      })),
    )
    .toSorted((a, b) => compareDates(a.milestone.on, b.milestone.on))
  const milestones = ahead.slice(0, SHOWN)
  return (
    <section className={caseStyles.card} aria-labelledby="upcoming">
      <h2 id="upcoming">{t('case.upcoming')}</h2>
      {milestones.length === 0 ? (
        <p className={caseStyles.soft}>{t('case.upcomingNone')}</p>
      ) : (
        <>
          <ol className={styles.upcoming}>
            {milestones.map(({ clock, milestone }) => (
              <li key={`${clock.id} ${milestone.key}`}>
                <time dateTime={milestone.on}>{dayOf(milestone)}</time>
                <span>{milestoneWords(view, clock, milestone)}</span>
              </li>
            ))}
          </ol>
          {ahead.length > SHOWN && <p className={caseStyles.soft}>{t('case.upcomingMore')}</p>}
          <p className={caseStyles.soft}>
            {t(request.assigneeId ? 'case.upcomingWho.assignee' : 'case.upcomingWho.all')}
          </p>
        </>
      )}
    </section>
  )
}

const isOverdue = ({ key }: Milestone) => key.startsWith('overdue')

/** Past the due date a reminder follows every working day: the first one says so for all. */
const withoutRepeats = (milestones: readonly Milestone[]): Milestone[] =>
  milestones.filter((milestone, at) => !isOverdue(milestone) || at === milestones.findIndex(isOverdue))

function milestoneWords({ t }: CaseView, { clock, unit }: ExplainedClock, { key }: Milestone): string {
  const name = t(`clock.${clock}`)
  if (key === 'due') return t('case.milestone.due', { clock: name })
  if (key.startsWith('overdue')) return t('case.milestone.overdue', { clock: name })
  const before = unit === 'working-days' ? 'case.milestone.beforeWorking' : 'case.milestone.before'
  return t(before, { clock: name, n: Number(key.split('-')[1]) })
}
