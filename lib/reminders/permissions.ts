import type { StaffRole } from '@/db/enums'
import type { StaffActor } from '@/lib/core/actor'

/** `settings` are the clinic's, `preference` is one's own: only those who are reminded have one. */
export const reminderActions = ['settings', 'preference'] as const
export type ReminderAction = (typeof reminderActions)[number]

const byRole: Record<StaffRole, readonly ReminderAction[]> = {
  officer: ['preference'],
  lead: reminderActions,
  auditor: [],
  admin: ['settings'],
}

export const canSetReminders = ({ role }: Pick<StaffActor, 'role'>, action: ReminderAction): boolean =>
  byRole[role].includes(action)
