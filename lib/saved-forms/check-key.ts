import { and, eq, gt } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { RequestKind } from '@/db/enums'
import { savedForm } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { countUp, readCount } from '@/lib/limits/count'
import { limits } from '@/lib/limits/model'
import { readSavedKey } from '@/lib/text/saved-key'
import { keysOf, openForm, ticketOf } from './keys'
import type { SavedForm } from './model'
import { checkKeySchema } from './schemas'

export type KeyCheck = { fits: true; ticket: string; kind: RequestKind } | { fits: false }

/**
 * Looks for the form of a key. One that was never given, is another clinic's, or whose form is gone, asks the same and is
 * told the same. A wrong try is stored, hence it is a value and not a refusal.
 */
export const checkKey = defineCommand({
  input: checkKeySchema,
  load: async (tx, ctx: Context<PublicActor>, input) => {
    const { count, endsAt } = await readCount('wrong-key-source', [ctx.source ?? ''], ctx.now)
    if (count >= limits['wrong-key-source'].most) return { until: endsAt }
    return { form: await findForm(tx, ctx, readSavedKey(input.savedKey) ?? '') }
  },
  allow: () => true,
  run: async (_tx, ctx, found): Promise<Success<KeyCheck> | Refusal<'too-many-wrong-keys'>> => {
    if ('until' in found) return { ok: false, reason: 'too-many-wrong-keys', until: found.until }
    const { form } = found
    if (!form) {
      await countUp('wrong-key-source', [ctx.source ?? ''], ctx.now)
      return { ok: true, value: { fits: false }, audit: [{ action: 'form.key-rejected' }] }
    }
    const ticket = ticketOf(ctx.actor.operatorId, form.key)
    return { ok: true, value: { fits: true, ticket, kind: form.kind }, audit: [{ action: 'form.key-accepted' }] }
  },
})

/** The form of a key, opened; undefined once its day is over, or where there is none. */
export async function findForm(tx: Transaction, ctx: Context, key: string): Promise<SavedForm | undefined> {
  const { id } = keysOf(ctx.actor.operatorId, key)
  const [row] = await tx
    .select()
    .from(savedForm)
    .where(and(eq(savedForm.id, id), gt(savedForm.expiresAt, ctx.now)))
  return row && openForm(key, row)
}
