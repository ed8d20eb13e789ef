import { reminderPreference } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { canSetReminders } from './permissions'
import { reminderPreferenceSchema } from './schemas'

/** How the actor wants to be reminded by this clinic: letter by letter, or once a day. */
export const changeReminderPreference = defineCommand({
  input: reminderPreferenceSchema,
  load: async (_tx, _ctx: Context<StaffActor>) => undefined,
  allow: (actor) => canSetReminders(actor, 'preference'),
  run: async (tx, { actor }, _subject, { digest, digestHour, daysBefore }): Promise<Success<undefined>> => {
    const { operatorId, staffId } = actor
    const values = { digest: digest === 'daily', digestHour, daysBefore: daysBefore ?? null }
    await tx
      .insert(reminderPreference)
      .values({ operatorId, staffId, ...values })
      .onConflictDoUpdate({ target: [reminderPreference.staffId, reminderPreference.operatorId], set: values })
    return {
      ok: true,
      value: undefined,
      audit: [
        { action: 'preference.changed', data: { digest, digestHour, daysBefore: daysBefore?.map(String) ?? null } },
      ],
    }
  },
})
