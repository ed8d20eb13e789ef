import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { passkey, staff } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found } from '@/lib/core/errors'
import { askNewPasskey, listPasskeys, readNewPasskey } from '@/lib/sessions/passkeys'
import { hasSecondFactor } from '@/lib/sessions/prove-code'
import { requiredLine } from '@/lib/text/fields'
import { ownsAccount } from '@/lib/sign-on/permissions'
import { z } from 'zod/mini'
import { mailSecondFactor } from './reset-mails'

type Own = Context<StaffActor>

/** More than anybody has pockets for. */
const MOST_PASSKEYS = 10

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  id: string
  label: string
  createdAt: Date
  usedAt: Date | null
}

/** One's own, the oldest first. */
export const listOwnPasskeys = ({ actor }: Own): Promise<OwnPasskey[]> =>
  asActor(actor, async (tx) =>
    (await listPasskeys(tx, actor.staffId)).map(({ id, label, createdAt, usedAt }) => ({
      id,
      label,
      createdAt,
      usedAt,
    })),
  )

/** Of two windows the second waits. */
async function lockOwn(tx: Transaction, { actor }: Own) {
  const [account] = await tx.select().from(staff).where(eq(staff.id, actor.staffId)).for('no key update')
  return found(account, 'account')
}

/** Passkeys stand beside an app and its spare codes: with them alone a lost device would shut its owner out. */
async function decideAdding(tx: Transaction, staffId: string) {
  if (!(await hasSecondFactor(tx, staffId))) return { ok: false, reason: 'no-second-factor' } as const
  const { length } = await listPasskeys(tx, staffId)
  return length < MOST_PASSKEYS ? ({ ok: true } as const) : ({ ok: false, reason: 'too-many-passkeys' } as const)
}

/** What the browser asks a device that is to become a passkey, as JSON. */
export const beginPasskey = defineCommand({
  needsRecentProof: true,
  input: z.object({}),
  load: lockOwn,
  allow: ownsAccount,
  run: async (tx, { now }: Own, account) => {
    const decision = await decideAdding(tx, account.id)
    if (!decision.ok) return decision
    const options = await askNewPasskey(tx, account, now)
    return { ok: true, value: JSON.stringify(options), audit: { goesOn: 'staff.passkey-added' } }
  },
})

/** What the device answered makes it a passkey; its owner hears of it by mail. */
export const addPasskey = defineCommand({
  needsRecentProof: true,
  input: z.object({ label: requiredLine(60), answer: z.string().check(z.maxLength(20_000)) }),
  load: lockOwn,
  allow: ownsAccount,
  run: async (tx, ctx: Own, account, { label, answer }) => {
    const decision = await decideAdding(tx, account.id)
    if (!decision.ok) return decision
    const added = await readNewPasskey(tx, account.id, answer, ctx.now)
    if (!added) return { ok: false, reason: 'passkey-wrong' }
    const staffId = account.id
    await tx.insert(passkey).values({ id: randomUUID(), staffId, label, ...added, createdAt: ctx.now })
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'staff.passkey-added', data: { staffId } }],
      jobs: await mailSecondFactor(tx, ctx, account, 'passkey-added'),
    }
  },
})

/** It signs nobody in from now on. */
export const removePasskey = defineCommand({
  needsRecentProof: true,
  input: z.object({ passkeyId: z.uuid() }),
  load: lockOwn,
  allow: ownsAccount,
  run: async (tx, ctx: Own, account, { passkeyId }) => {
    const mine = and(eq(passkey.id, passkeyId), eq(passkey.staffId, account.id))
    const [removed] = await tx.delete(passkey).where(mine).returning({ id: passkey.id })
    if (!removed) return { ok: false, reason: 'no-passkey' }
    return {
      ok: true,
      value: undefined,
      audit: [{ action: 'staff.passkey-removed', data: { staffId: account.id } }],
      jobs: await mailSecondFactor(tx, ctx, account, 'passkey-removed'),
    }
  },
})
