import { eq } from 'drizzle-orm'
import { answer, attachment, request } from '@/db/schema'
import { appendAudit } from '@/lib/audit/append'
import type { RequesterActor, StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found, NotFoundError } from '@/lib/core/errors'
import { can } from '@/lib/requests/permissions'
import { getFile } from '@/lib/storage/files'
import { getRequestVault, type RequestVault } from '@/lib/vault/request-vault'
import { openFile } from '@/lib/vault/sealed-file'
import { fileNameOf } from './kinds'

/** One file of a case, opened. For its requester, or staff of its operator; for all others it is `NotFoundError`. */
export async function getFileFor(
  ctx: Context<StaffActor | RequesterActor>,
  fileId: string,
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  return asActor(ctx.actor, async (tx) => {
    const [row] = await tx
      .select({ file: attachment, request, releasedAt: answer.releasedAt })
      .from(attachment)
      .innerJoin(request, eq(request.id, attachment.requestId))
      .leftJoin(answer, eq(answer.requestId, attachment.requestId))
      .where(eq(attachment.id, fileId))
    const { file, request: requestRow, releasedAt } = found(row, 'file')
    const allowed =
      ctx.actor.kind === 'staff'
        ? can(ctx.actor, 'view', requestRow)
        : ctx.actor.requestId === requestRow.id && (file.purpose === 'request' || releasedAt !== null)
    if (!allowed) throw new NotFoundError('file')
    const vault = await getRequestVault(tx, requestRow.id)
    await appendAudit(tx, ctx, [{ action: 'file.downloaded', requestId: requestRow.id, data: { fileId } }])
    return {
      name: fileNameOf(vault.open('attachment:name', file.id, file.name).toString(), file.mediaType),
      mediaType: file.mediaType,
      bytes: openStored(vault, file, await getFile(file.id)),
    }
  })
}

/** With the file's own key; what was stored before files had their own is sealed with the request's. */
function openStored(vault: RequestVault, { id, key }: typeof attachment.$inferSelect, sealed: Buffer): Buffer {
  return key ? openFile(vault.open('attachment:key', id, key), id, sealed) : vault.open('attachment:file', id, sealed)
}
