import type { ReminderSettings } from '@/lib/reminders/settings'
import styles from './settings.module.css'
import type { ClinicWords } from './words'

/** How the clinic reminds, for those who may not change it. */
export function ClinicFacts({ reminders, words }: { reminders: ReminderSettings; words: ClinicWords }) {
  const { daysBefore, overdueDaily, leadDaysBefore, unreadAfterDays, escalation } = reminders
  const facts = [
    [words.days, daysBefore.join(', ')],
    [words.daily, overdueDaily ? words.yes : words.no],
    [words.lead, String(leadDaysBefore)],
    [words.unread, unreadAfterDays.join(', ')],
    [words.escalation, escalation?.email ?? words.nobody],
    ...(escalation ? [[words.after, String(escalation.afterDays)]] : []),
  ]
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>{words.readOnly}</p>
    </>
  )
}
