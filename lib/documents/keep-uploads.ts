import { and, gt, inArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { upload } from '@/db/schema'
import type { Context } from '@/lib/core/context'
import { readToken, signToken } from '@/lib/vault/signed-token'

/**
 * Lets uploads wait for their request until another moment. What comes back puts the tokens that are good until then in the
 * place of the old ones, wherever a text begins with one; those of files that are gone stay as they are.
 */
export async function keepUploads(
  tx: Transaction,
  ctx: Context,
  tokens: readonly string[],
  until: Date,
): Promise<(text: string) => string> {
  const ids = new Map(tokens.map((token) => [token, readToken('upload', token, ctx.now)]))
  const known = [...ids.values()].filter((id) => id !== undefined)
  const kept = known.length
    ? await tx
        .update(upload)
        .set({ expiresAt: until })
        .where(and(inArray(upload.id, known), gt(upload.expiresAt, ctx.now)))
        .returning({ id: upload.id })
    : []
  return (text) => {
    const [token = '', ...rest] = text.split(' ')
    const id = ids.get(token)
    return id && kept.some((row) => row.id === id) ? [signToken('upload', id, until), ...rest].join(' ') : text
  }
}
