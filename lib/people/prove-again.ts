import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { staffSession } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand, execute, fieldIssues, type Result, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { askPasskey } from '@/lib/sessions/passkeys'
import { type CodeFault, givenInput, hasSecondFactor, proveByCode } from '@/lib/sessions/prove-code'
import { atMost } from '@/lib/text/fields'
import { z } from 'zod/mini'
import { placeOf, readOwn, tryOwnPassword } from './own-password'

type Own = Context<StaffActor>

/** Proved; or why what was typed proves nothing. */
export type Proof = { proven: true } | { proven: false; reason: CodeFault | 'locked' | 'password-wrong' }

/** What is asked for: a code, of whoever signs in with one, or the password; or the provider that signed them in is asked. */
export const howToProve = async ({ actor }: Own): Promise<'code' | 'password' | 'provider'> => {
  if (actor.providerId) return 'provider'
  return asActor(actor, async (tx) => ((await hasSecondFactor(tx, actor.staffId)) ? 'code' : 'password'))
}

const input = z.object({ proof: z.string('required').check(z.minLength(1, 'required'), atMost(500)) })

/** The field is called the same, whatever is asked for in it. */
const codeInput = z.object({ proof: givenInput.code, passkey: givenInput.passkey }).check(
  z.check(({ value, issues }) => {
    if (!value.proof && !value.passkey)
      issues.push({ code: 'custom', message: 'required', path: ['proof'], input: value })
  }),
)

/** What the browser asks a passkey of one's own to sign, as JSON. */
export const askOwnPasskey = defineCommand({
  input: z.object({}),
  load: readOwn,
  allow: () => true,
  run: async (tx, ctx: Own, account) => {
    const options = await askPasskey(tx, account.id, ctx.now)
    if (!options) return { ok: false, reason: 'no-passkey' }
    return { ok: true, value: JSON.stringify(options), audit: { goesOn: 'session.proven' } }
  },
})

/** Proves once more who is at the desk. A password is hashed before the transaction that notes it. */
export async function proveAgain(ctx: Own, rawInput: unknown): Promise<Result<Proof, 'busy'>> {
  const by = await howToProve(ctx)
  // Password and codes are not what began this session: whoever knows them is at another door.
  if (by === 'provider') return { ok: false, reason: 'not-allowed' }
  if (by === 'code') return execute(proveByOwnCode, ctx, rawInput)
  const parsed = z.safeParse(input, rawInput)
  if (!parsed.success) return { ok: false, reason: 'invalid', fields: fieldIssues(parsed.error) }
  const tried = await tryOwnPassword(ctx, parsed.data.proof)
  if (!tried.ok) return tried
  if (tried.value.is === 'right') return execute(noteProof, ctx, {})
  return { ok: true, value: { proven: false, reason: tried.value.is === 'locked' ? 'locked' : 'password-wrong' } }
}

const proveByOwnCode = defineCommand({
  input: codeInput,
  load: readOwn,
  allow: () => true,
  run: async (tx, ctx: Own, account, { proof: code, passkey }): Promise<Success<Proof>> => {
    const proof = await proveByCode(tx, ctx, account, { code, passkey }, placeOf(ctx))
    return proof.proven ? noted(tx, ctx) : { ...refused(ctx, proof.reason), jobs: proof.jobs }
  },
})

const noteProof = defineCommand({
  input: z.object({}),
  load: readOwn,
  allow: () => true,
  run: (tx, ctx: Own) => noted(tx, ctx),
})

async function noted(tx: Transaction, { actor, now }: Own): Promise<Success<Proof>> {
  await tx.update(staffSession).set({ provenAt: now }).where(eq(staffSession.id, actor.sessionId))
  return { ok: true, value: { proven: true }, audit: [{ action: 'session.proven', data: { staffId: actor.staffId } }] }
}

/** Stored too (counted and audited), hence a value and not a refusal. */
const refused = ({ actor }: Own, reason: (Proof & { proven: false })['reason']): Success<Proof> => ({
  ok: true,
  value: { proven: false, reason },
  audit: [{ action: 'session.proof-refused', data: { staffId: actor.staffId, reason } }],
})
