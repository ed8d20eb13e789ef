import { inArray, lte } from 'drizzle-orm'
import { upload } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { deleteFile } from '@/lib/storage/files'
import { z } from 'zod/mini'

const BATCH = 500

/** Deletes what was attached and never filed, or has become a part of its request: rows and sealed bytes. */
export const purgeUploads = defineCommand({
  input: z.object({}),
  load: (tx, ctx: Context<SystemActor>) =>
    tx
      .select({ id: upload.id })
      .from(upload)
      .where(lte(upload.expiresAt, ctx.now))
      .limit(BATCH)
      .for('update', { skipLocked: true }),
  allow: () => true,
  run: async (tx, _ctx, expired) => {
    if (expired.length === 0) return { ok: false, reason: 'nothing-expired' }
    const ids = expired.map(({ id }) => id)
    await Promise.all(ids.map(deleteFile))
    await tx.delete(upload).where(inArray(upload.id, ids))
    return { ok: true, value: undefined, audit: [{ action: 'upload.purged', data: { files: ids.length } }] }
  },
})
