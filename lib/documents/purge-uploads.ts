import { inArray, lte, or } from 'drizzle-orm'
import { upload } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { deleteFile } from '@/lib/storage/files'
import { z } from 'zod/mini'

const BATCH = 500

/** Deletes what was attached and never filed, rows and sealed bytes, and rows that have lost their bytes. */
export const purgeUploads = defineCommand({
  input: z.object({ lost: z._default(z.array(z.uuid()), []) }),
  load: (tx, ctx: Context<SystemActor>, { lost }) =>
    tx
      .select({ id: upload.id })
      .from(upload)
      .where(or(lte(upload.expiresAt, ctx.now), inArray(upload.id, lost)))
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
