import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { RequesterType, RequestKind } from '@/db/enums'
import { answer } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { namesGround } from '@/lib/requests/rules'
import type { DraftInput } from '@/lib/requests/staff-schemas'
import { getRequestVault } from '@/lib/vault/request-vault'
import { decideSave, goesOn } from './rules'

/** What the form that saved gets to know of its text. */
export interface StoredDraft {
  version: number
  savedAt: Date
}

/**
 * Puts a text in the place of the draft, never over one that its form has not shown. Whoever calls has locked the request.
 * `goesOn`: the same officer was writing it a moment ago.
 */
export async function storeDraft(
  tx: Transaction,
  ctx: Context<StaffActor>,
  request: { kind: RequestKind; requesterType: RequesterType },
  { requestId, basedOn, editor, outcome, refusalGround, letter }: DraftInput,
): Promise<{ ok: true; draft: StoredDraft; goesOn: boolean } | { ok: false; reason: 'closed' | 'newer-version' }> {
  const [stored] = await tx.select().from(answer).where(eq(answer.requestId, requestId))
  const decision = decideSave(stored, { basedOn, editor })
  if (!decision.ok) return decision
  const { staffId, operatorId } = ctx.actor
  const vault = await getRequestVault(tx, requestId)
  const ground = namesGround(request, outcome) ? (refusalGround ?? null) : null
  const isSame =
    stored?.outcome === (outcome ?? null) &&
    stored.refusalGround === ground &&
    vault.open('answer:letter', requestId, stored.letter).toString() === letter
  const draft = {
    version: (stored?.version ?? 0) + (isSame ? 0 : 1),
    editor: editor ?? null,
    outcome: outcome ?? null,
    refusalGround: ground,
    letter: vault.seal('answer:letter', requestId, letter),
    draftedBy: staffId,
    savedAt: ctx.now,
  }
  await tx
    .insert(answer)
    .values({ requestId, operatorId, ...draft })
    .onConflictDoUpdate({ target: answer.requestId, set: draft })
  return {
    ok: true,
    draft: { version: draft.version, savedAt: draft.savedAt },
    goesOn: goesOn(stored, staffId, ctx.now),
  }
}
