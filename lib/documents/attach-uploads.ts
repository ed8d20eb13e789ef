import { randomUUID } from 'node:crypto'
import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { attachment, upload } from '@/db/schema'
import type { Context } from '@/lib/core/context'
import { getFile, putFile } from '@/lib/storage/files'
import type { RequestVault } from '@/lib/vault/request-vault'
import { readToken } from '@/lib/vault/token'
import { openUploadFile, openUploadName } from './uploads'

/** Seals the uploads anew, with the key of the request that they belong to from now on. */
export async function attachUploads(
  tx: Transaction,
  ctx: Context,
  { requestId, tokens, vault }: { requestId: string; tokens: readonly string[]; vault: RequestVault },
): Promise<{ ok: true; count: number } | { ok: false; reason: 'upload-expired' }> {
  const ids = [...new Set(tokens)].map((token) => readToken('upload', token, ctx.now))
  if (ids.length === 0) return { ok: true, count: 0 }
  const known = ids.filter((id) => id !== undefined)
  const rows = known.length
    ? await tx
        .select()
        .from(upload)
        .where(and(inArray(upload.id, known), gt(upload.expiresAt, ctx.now)))
        .for('update')
    : []
  if (rows.length < ids.length) return { ok: false, reason: 'upload-expired' }
  for (const row of rows) {
    const id = randomUUID()
    await putFile(id, vault.seal('attachment:file', id, openUploadFile(row.id, await getFile(row.id))))
    await tx.insert(attachment).values({
      id,
      operatorId: ctx.actor.operatorId,
      requestId,
      purpose: 'request',
      name: vault.seal('attachment:name', id, openUploadName(row.id, row.name)),
      mediaType: row.mediaType,
      size: row.size,
      createdAt: ctx.now,
    })
    // Not usable again; the sweep deletes it, with its file, once this transaction stands.
    await tx.update(upload).set({ expiresAt: ctx.now }).where(eq(upload.id, row.id))
  }
  return { ok: true, count: rows.length }
}
