import { randomUUID } from 'node:crypto'
import { locales, staffRoles } from '@/db/enums'
import { staff, staffMembership } from '@/db/schema'
import { INSTALLATION, type SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { hashPassword } from '@/lib/sessions/passwords'
import { z } from 'zod/mini'
import { emailSchema, nameSchema, passwordSchema } from './schemas'

/** Makes an account that belongs to no clinic yet. `email` is stored as it is sent to, in lower case, and is what one signs in with. */
export const createStaff = defineCommand({
  input: z.object({
    email: emailSchema,
    name: nameSchema,
    locale: z.enum(locales),
    password: passwordSchema,
    isAdmin: z._default(z.boolean(), false),
  }),
  load: async (_tx, _ctx: Context<SystemActor>) => undefined,
  allow: (actor) => actor.operatorId === INSTALLATION,
  run: async (tx, ctx, _subject, { password, ...person }) => {
    const staffId = randomUUID()
    const row = {
      id: staffId,
      ...person,
      passwordHash: await hashPassword(password),
      createdAt: ctx.now,
      joinedAt: ctx.now,
    }
    const [added] = await tx.insert(staff).values(row).onConflictDoNothing().returning({ id: staff.id })
    if (!added) return { ok: false, reason: 'email-taken' }
    return { ok: true, value: { staffId }, audit: [{ action: 'staff.invited', data: { staffId } }] }
  },
})

/** Lets an account in to the clinic of the actor, or changes what it is there. */
export const joinOperator = defineCommand({
  input: z.object({ staffId: z.uuid(), role: z.enum(staffRoles) }),
  load: async (_tx, _ctx: Context<SystemActor>) => undefined,
  allow: (actor) => actor.operatorId !== INSTALLATION,
  run: async (tx, ctx, _subject, { staffId, role }) => {
    await tx
      .insert(staffMembership)
      .values({ staffId, operatorId: ctx.actor.operatorId, role })
      .onConflictDoUpdate({ target: [staffMembership.staffId, staffMembership.operatorId], set: { role } })
    return { ok: true, value: undefined, audit: [{ action: 'staff.invited', data: { staffId, role } }] }
  },
})
