import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { attachment, upload } from '@/db/schema'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { hasFile } from '@/lib/storage/files'
import type { RequestVault } from '@/lib/vault/request-vault'
import { readToken } from '@/lib/vault/signed-token'
import { openUploadKey, openUploadName } from './uploads'

/** Those of the files that still wait: their day is not over, and they are on the disk. */
async function lockWaiting(tx: Transaction, ctx: Context, tokens: readonly string[]) {
  const ids = tokens.flatMap((token) => readToken('upload', token, ctx.now) ?? [])
  if (ids.length === 0) return []
  const rows = await tx
    .select()
    .from(upload)
    .where(and(inArray(upload.id, ids), gt(upload.expiresAt, ctx.now)))
    .for('update')
  const areThere = await Promise.all(rows.map(({ id }) => hasFile(id)))
  return rows.filter((_, n) => areThere[n])
}

/** As the person sent them: the database locks them in whatever order it finds them. */
function inOrderOf<Row extends { id: string }>(
  tokens: readonly string[],
  rows: readonly Row[],
  { now }: Context,
): Row[] {
  const places = new Map(tokens.map((token, place) => [readToken('upload', token, now), place]))
  return rows.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}

/** Which of the files wait no more, by their tokens: they have to be chosen again. */
export function listGone(ctx: Context, tokens: readonly string[]): Promise<string[]> {
  return asActor(ctx.actor, async (tx) => {
    const waiting = new Set((await lockWaiting(tx, ctx, tokens)).map(({ id }) => id))
    return tokens.filter((token) => !waiting.has(readToken('upload', token, ctx.now) ?? ''))
  })
}

interface Attached {
  requestId: string
  /** Of the message that they come with, where it is not the request itself. */
  messageId?: string
  tokens: readonly string[]
  vault: RequestVault
}

/**
 * Makes uploads a part of their request: their keys are sealed anew, with the key of the request. The files stay where and
 * as they are, so that nothing is left over when this transaction ends early.
 */
export async function attachUploads(
  tx: Transaction,
  ctx: Context,
  { requestId, messageId, tokens, vault }: Attached,
): Promise<{ ok: true; count: number } | { ok: false; reason: 'upload-expired' }> {
  const rows = inOrderOf(tokens, await lockWaiting(tx, ctx, tokens), ctx)
  if (rows.length < new Set(tokens).size) return { ok: false, reason: 'upload-expired' }
  for (const [position, { id, key, name, mediaType, size }] of rows.entries()) {
    await tx.insert(attachment).values({
      id,
      operatorId: ctx.actor.operatorId,
      requestId,
      purpose: 'request',
      messageId: messageId ?? null,
      key: vault.seal('attachment:key', id, openUploadKey(id, key)),
      name: vault.seal('attachment:name', id, openUploadName(id, name)),
      mediaType,
      size,
      position,
      createdAt: ctx.now,
    })
    await tx.delete(upload).where(eq(upload.id, id))
  }
  return { ok: true, count: rows.length }
}
