import type { StaffRole } from '@/db/enums'
import type { StaffActor } from '@/lib/core/actor'

/** `view` is the log, `read` one letter of it. An admin has no business in what patients are written. */
export const mailActions = ['view', 'read', 'resend'] as const
export type MailAction = (typeof mailActions)[number]

const byRole: Record<StaffRole, readonly MailAction[]> = {
  officer: mailActions,
  lead: mailActions,
  auditor: ['view', 'read'],
  admin: [],
}

export const canMail = ({ role }: Pick<StaffActor, 'role'>, action: MailAction): boolean =>
  byRole[role].includes(action)
