import { reminderSettings } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { canSetReminders } from './permissions'
import { reminderSettingsSchema } from './schemas'

/** How the clinic reminds from the next sweep on. What has been sent stays sent. */
export const changeReminderSettings = defineCommand({
  input: reminderSettingsSchema,
  load: async (_tx, _ctx: Context<StaffActor>) => undefined,
  allow: (actor) => canSetReminders(actor, 'settings'),
  run: async (tx, { actor }, _subject, { escalationEmail, ...rest }): Promise<Success<undefined>> => {
    const values = { ...rest, escalationEmail: escalationEmail ?? null }
    await tx
      .insert(reminderSettings)
      .values({ operatorId: actor.operatorId, ...values })
      .onConflictDoUpdate({ target: reminderSettings.operatorId, set: values })
    const { daysBefore, unreadAfterDays, overdueDaily, leadDaysBefore, escalationAfterDays } = rest
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: 'settings.changed',
          data: {
            daysBefore: daysBefore.map(String),
            unreadAfterDays: unreadAfterDays.map(String),
            ...{ overdueDaily, leadDaysBefore, escalationAfterDays },
            escalation: escalationEmail !== undefined,
          },
        },
      ],
    }
  },
})
