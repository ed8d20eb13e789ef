import { and, eq } from 'drizzle-orm'
import { reminderPreference } from '@/db/schema'
import type { MilestoneSettings } from '@/lib/calendar/milestones'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { listTermRules, type TermRule } from '@/lib/operators/term-rules'
import { canSetReminders } from './permissions'
import { getReminderSettings, type ReminderSettings } from './settings'

/** How one person is reminded; `daysBefore` is null where it is as the clinic has it. */
export interface OwnPreference {
  digest: boolean
  digestHour: number
  daysBefore: number[] | null
}

/** What somebody has who chose nothing. */
const defaultPreference: OwnPreference = { digest: false, digestHour: 9, daysBefore: null }

export interface ClinicSettings {
  reminders: ReminderSettings
  /** Undefined for those who are not reminded. */
  preference: OwnPreference | undefined
  terms: TermRule[]
}

/** What the settings page shows of a clinic, to anybody who works there. */
export async function getClinicSettings({ actor }: Context<StaffActor>): Promise<ClinicSettings> {
  return asActor(actor, async (tx) => {
    const isReminded = canSetReminders(actor, 'preference')
    const [own] = isReminded
      ? await tx
          .select()
          .from(reminderPreference)
          .where(
            and(eq(reminderPreference.staffId, actor.staffId), eq(reminderPreference.operatorId, actor.operatorId)),
          )
      : []
    const { digest, digestHour, daysBefore } = own ?? defaultPreference
    return {
      reminders: await getReminderSettings(tx),
      preference: isReminded ? { digest, digestHour, daysBefore } : undefined,
      terms: await listTermRules(tx),
    }
  })
}

/** On which days the clinic reminds of a clock: for the list of what will be sent when. */
export function getMilestoneSettings({ actor }: Context<StaffActor>): Promise<MilestoneSettings> {
  return asActor(actor, getReminderSettings)
}
