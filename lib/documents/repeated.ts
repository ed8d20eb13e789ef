import { createHash } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { upload } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { getFile, hasFile } from '@/lib/storage/files'
import { openFile } from '@/lib/vault/sealed-file'
import { readToken } from '@/lib/vault/signed-token'
import { openUploadKey, openUploadName } from './uploads'

/** A form has no more; what comes beyond is refused elsewhere. */
const MOST = 20

/** Of files that wait for their request, those that are a second time one before them: by name, size and content. */
export async function listRepeated(ctx: Context<PublicActor>, tokens: readonly string[]): Promise<string[]> {
  const asked = [...new Set(tokens)].slice(0, MOST).flatMap((token) => {
    const id = readToken('upload', token, ctx.now)
    return id ? [{ token, id }] : []
  })
  if (asked.length < 2) return []
  const ids = asked.map(({ id }) => id)
  const rows = await asActor(ctx.actor, (tx) => tx.select().from(upload).where(inArray(upload.id, ids)))
  const waiting = asked.flatMap(({ token, id }) => {
    const row = rows.find((each) => each.id === id)
    return row ? [{ token, row, looks: `${row.size} ${openUploadName(id, row.name).toString()}` }] : []
  })
  const repeated: string[] = []
  for (const alike of Map.groupBy(waiting, ({ looks }) => looks).values()) {
    if (alike.length < 2) continue
    const seen = new Set<string>()
    for (const { token, row } of alike) {
      if (!(await hasFile(row.id))) continue
      const content = openFile(openUploadKey(row.id, row.key), row.id, await getFile(row.id))
      const digest = createHash('sha256').update(content).digest('hex')
      if (seen.has(digest)) repeated.push(token)
      seen.add(digest)
    }
  }
  return repeated
}
