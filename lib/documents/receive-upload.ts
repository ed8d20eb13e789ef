import { sql } from 'drizzle-orm'
import { upload } from '@/db/schema'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { signToken } from '@/lib/vault/signed-token'
import { z } from 'zod/mini'
import { decideRoom } from './room'
import { sealUploadKey, sealUploadName } from './uploads'
import { readWaiting, sourceHash } from './waiting'

/** How long a file waits for its form; a saved form keeps it longer, and the worker's sweep takes it away. */
const KEPT_MS = 24 * 3_600_000

/**
 * Lets a staged file wait for its request. The token that comes back is what the form sends along. `source` is who sent
 * it: how much of theirs may wait is decided here (see limits.ts).
 */
export const receiveUpload = defineCommand({
  input: z.object({
    id: z.uuid(),
    key: z.instanceof(Buffer),
    name: z.string().check(z.minLength(1), z.maxLength(1_000)),
    mediaType: z.string(),
    size: z.int(),
    source: z.string(),
  }),
  load: async (tx, _ctx: Context, { source }) => {
    const hash = sourceHash(source)
    // One at a time for each source, or many at once would each find the same room.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hash.toString('hex')}, 0))`)
    return { hash, ...(await readWaiting(tx, hash)) }
  },
  allow: (actor) => actor.kind === 'public' || actor.kind === 'staff',
  run: async (tx, ctx, { hash, own, all }, { id, key, name, mediaType, size }) => {
    const room = decideRoom(own, all, size)
    if (!room.ok) return room
    const expiresAt = new Date(ctx.now.getTime() + KEPT_MS)
    await tx.insert(upload).values({
      id,
      operatorId: ctx.actor.operatorId,
      key: sealUploadKey(id, key),
      name: sealUploadName(id, name),
      mediaType,
      size,
      source: hash,
      expiresAt,
    })
    return {
      ok: true,
      value: { token: signToken('upload', id, expiresAt), name, size },
      audit: [{ action: 'upload.received', data: { size, mediaType } }],
    }
  },
})
