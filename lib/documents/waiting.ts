import { createHmac } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { uploadUsage } from '@/db/schema'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { installationKey } from '@/lib/vault/keys'
import { decideRoom, type Waiting } from './room'

/** Whether a source may send files at all, asked before any is read: `receiveUpload` decides for each. */
export function hasRoom(ctx: Context, source: string): Promise<boolean> {
  return asActor(ctx.actor, async (tx) => {
    const { own, all } = await readWaiting(tx, sourceHash(source))
    return decideRoom(own, all, 1).ok
  })
}

/** An address is nobody's to read later: of who sent a file a keyed hash is kept, as long as the file waits. */
export const sourceHash = (source: string): Buffer =>
  createHmac('sha256', installationKey('upload-sources')).update(source).digest()

/** What waits, of a source and in all, whatever the clinic: a trigger keeps the sums. */
export async function readWaiting(tx: Transaction, source: Buffer): Promise<{ own: Waiting; all: Waiting }> {
  const sums = {
    files: sql<number>`coalesce(sum(${uploadUsage.files}), 0)::int`,
    bytes: sql<number>`coalesce(sum(${uploadUsage.bytes}), 0)::float8`,
  }
  const none = { files: 0, bytes: 0 }
  const [own = none] = await tx.select(sums).from(uploadUsage).where(eq(uploadUsage.source, source))
  const [all = none] = await tx.select(sums).from(uploadUsage)
  return { own, all }
}
