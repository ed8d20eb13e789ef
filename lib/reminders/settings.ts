import { eq, isNull, and } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { Locale } from '@/db/enums'
import { reminderPreference, reminderSettings, staff } from '@/db/schema'
import { defaultMilestones, type MilestoneSettings } from '@/lib/calendar/milestones'

/** How one operator reminds. */
export interface ReminderSettings extends MilestoneSettings {
  leadDaysBefore: number
  escalation: { email: string; locale: Locale; afterDays: number } | undefined
  unreadAfterDays: readonly number[]
}

/** What an operator starts with; nobody is escalated to until there is an address. */
export const defaultReminderSettings: ReminderSettings = {
  ...defaultMilestones,
  leadDaysBefore: 1,
  escalation: undefined,
  unreadAfterDays: [3, 10],
}

/** The settings of the operator that the transaction is scoped to. */
export async function getReminderSettings(tx: Transaction): Promise<ReminderSettings> {
  const [row] = await tx.select().from(reminderSettings)
  if (!row) return defaultReminderSettings
  const { daysBefore, overdueDaily, leadDaysBefore, unreadAfterDays, escalationEmail, ...rest } = row
  const escalation = escalationEmail
    ? { email: escalationEmail, locale: rest.escalationLocale, afterDays: rest.escalationAfterDays }
    : undefined
  return { daysBefore, overdueDaily, leadDaysBefore, unreadAfterDays, escalation }
}

export type ReminderPreference = typeof reminderPreference.$inferSelect

/** What the operator's people chose, by their id; who chose nothing is not in it. */
export async function listReminderPreferences(tx: Transaction): Promise<Map<string, ReminderPreference>> {
  const rows = await tx
    .select({ preference: reminderPreference })
    .from(reminderPreference)
    .innerJoin(staff, and(eq(staff.id, reminderPreference.staffId), isNull(staff.dismissedAt)))
  return new Map(rows.map(({ preference }) => [preference.staffId, preference]))
}
