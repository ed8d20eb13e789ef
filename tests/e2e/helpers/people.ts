import type { StaffRole } from '@/db/enums'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { findOperator } from '@/lib/operators/queries'
import { inviteStaff } from '@/lib/people/invite-staff'
import { Mailbox } from './mail'

export interface Invited {
  email: string
  name: string
  mailbox: Mailbox
}

/** An address of somebody who works for a clinic, that nobody has used before. */
export const newStaffAddress = (): string => `${crypto.randomUUID()}@staff.example`

/** Invites somebody to a clinic, as at a terminal of its server: the letter is on its way. */
export async function invite(slug: string, role: StaffRole = 'officer'): Promise<Invited> {
  const operator = await findOperator(slug)
  if (!operator) throw new Error(`No clinic ${slug}`)
  const ctx = contextFor({ kind: 'system', operatorId: operator.id } as const, operator.timeZone, new Date())
  const [email, name] = [newStaffAddress(), 'Нина Орлова']
  const result = await execute(inviteStaff, ctx, { email, name, locale: 'ru', role })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return { email, name, mailbox: new Mailbox(email) }
}
