import { randomUUID } from 'node:crypto'
import { upload } from '@/db/schema'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { putFile } from '@/lib/storage/files'
import { signToken } from '@/lib/vault/token'
import { z } from 'zod/mini'
import { fileNameOf, kindOf } from './kinds'
import { fileLimits } from './limits'
import { sealUploadFile, sealUploadName } from './uploads'

const KEPT_MS = 24 * 3_600_000

/** Takes in one file before its request is filed. The token that comes back is what the form sends along. */
export const receiveUpload = defineCommand({
  input: z.object({
    name: z.string().check(z.maxLength(1_000)),
    bytes: z.instanceof(Buffer),
  }),
  load: async () => undefined,
  allow: (actor) => actor.kind === 'public' || actor.kind === 'staff',
  run: async (tx, ctx: Context, _subject, { name: given, bytes }) => {
    if (bytes.length === 0) return { ok: false, reason: 'file-empty' }
    if (bytes.length > fileLimits.bytes) return { ok: false, reason: 'file-too-large' }
    const kind = await kindOf(bytes)
    if ('refused' in kind) return { ok: false, reason: kind.refused }
    const { mediaType } = kind
    const name = fileNameOf(given, mediaType)
    const id = randomUUID()
    const expiresAt = new Date(ctx.now.getTime() + KEPT_MS)
    await putFile(id, sealUploadFile(id, bytes))
    await tx.insert(upload).values({
      id,
      operatorId: ctx.actor.operatorId,
      name: sealUploadName(id, name),
      mediaType,
      size: bytes.length,
      expiresAt,
    })
    return {
      ok: true,
      value: { token: signToken('upload', id, expiresAt), name, size: bytes.length },
      audit: [{ action: 'upload.received', data: { size: bytes.length, mediaType } }],
    }
  },
})
