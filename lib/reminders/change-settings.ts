import { reminderSettings } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { canSetReminders } from './permissions'
import { reminderSettingsSchema } from './schemas'
import { getReminderSettings, type ReminderSettings } from './settings'

/** How the clinic reminds from the next sweep on. What has been sent stays sent. */
export const changeReminderSettings = defineCommand({
  // Where letters about the overdue go is where data of the clinic go.
  needsRecentProof: true,
  input: reminderSettingsSchema,
  load: (tx, _ctx: Context<StaffActor>) => getReminderSettings(tx),
  allow: (actor) => canSetReminders(actor, 'settings'),
  run: async (tx, { actor }, before, { escalationEmail, ...rest }): Promise<Success<undefined>> => {
    const values = { ...rest, escalationEmail: escalationEmail ?? null }
    await tx
      .insert(reminderSettings)
      .values({ operatorId: actor.operatorId, ...values })
      .onConflictDoUpdate({ target: reminderSettings.operatorId, set: values })
    const [was, is] = [told(before), told(await getReminderSettings(tx))]
    const changed = Object.keys(is).filter((field) => is[field] !== was[field])
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: 'settings.changed',
          data: {
            before: changed.map((field) => `${field} ${was[field]}`),
            after: changed.map((field) => `${field} ${is[field]}`),
          },
        },
      ],
    }
  },
})

/** As the log may tell it: days, "yes" and "no"; of an address, whether there is one. */
const told = ({ daysBefore, unreadAfterDays, overdueDaily, leadDaysBefore, escalation }: ReminderSettings) => {
  const days = (list: readonly number[]) => list.join('-') || 'none'
  const yesNo = (is: boolean) => (is ? 'yes' : 'no')
  return {
    daysBefore: days(daysBefore),
    unreadAfterDays: days(unreadAfterDays),
    overdueDaily: yesNo(overdueDaily),
    leadDaysBefore: String(leadDaysBefore),
    escalationEmail: yesNo(escalation !== undefined),
    escalationAfterDays: escalation ? String(escalation.afterDays) : 'none',
  } as Record<string, string>
}
