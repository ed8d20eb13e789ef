import { sql } from 'drizzle-orm'
import { ask } from '@/db/client'
import { attachment, operator, upload } from '@/db/schema'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { asActor, getReferenceDatabase } from '@/lib/core/database'
import { log } from '@/lib/log'
import { deleteFile, deletePart, listShelf, shelves } from '@/lib/storage/files'
import type { StoredFile } from '@/lib/storage/model'
import { purgeUploads } from './purge-uploads'

const HOUR_MS = 3_600_000

/** A form is read for a quarter of an hour at most, and its files wait for its end without a row. */
const YOUNG_MS = HOUR_MS

/** What has lain longer is no leftover of the last days: perhaps the tables are a backup, and its row comes back. */
const OLD_MS = 7 * 24 * HOUR_MS

/** What one sweep found: leftovers that it deleted, old files that no row knows, and rows whose file is gone. */
export interface SweptFiles {
  deleted: number
  unknown: number
  missing: number
}

/**
 * Compares the storage with the tables, both ways. Killed processes leave parts, and files that no row has come to
 * know; those go. A row without its file is told in the log, and an upload that lacks its file waits no longer.
 */
export async function sweepFiles(now: Date): Promise<SweptFiles> {
  const operators = await ask(getReferenceDatabase(), (db) =>
    db.select({ id: operator.id, timeZone: operator.timeZone }).from(operator),
  )
  const swept = { deleted: 0, unknown: 0, missing: 0 }
  for (const shelf of shelves) {
    // The rows first: a file that came later is young, and is let be.
    const rows = new Map<string, string>()
    for (const { id } of operators) for (const fileId of await fileIdsOf(id, shelf)) rows.set(fileId, id)
    const files = await listShelf(shelf)
    for (const file of files) await sweepFile(file, now, rows.has(file.id), swept)
    const there = new Set(files.filter(({ isPart }) => !isPart).map(({ id }) => id))
    const missing = [...rows].filter(([fileId]) => !there.has(fileId))
    for (const { id, timeZone } of missing.length > 0 ? operators : []) {
      const ctx = contextFor({ kind: 'system', operatorId: id }, timeZone, now)
      const still = new Set(await fileIdsOf(id, shelf))
      const lost = missing.map(([fileId]) => fileId).filter((fileId) => still.has(fileId))
      for (const fileId of lost) log('file.missing', { operatorId: id, fileId })
      swept.missing += lost.length
      if (lost.length > 0) await execute(purgeUploads, ctx, { lost })
    }
  }
  return swept
}

async function sweepFile(file: StoredFile, now: Date, isKnown: boolean, swept: SweptFiles): Promise<void> {
  const age = now.getTime() - file.writtenAt.getTime()
  if (age < YOUNG_MS) return
  if (file.isPart) await deletePart(file.id)
  else if (isKnown) return
  else if (age > OLD_MS) return void (swept.unknown += 1)
  else await deleteFile(file.id)
  swept.deleted += 1
}

/** The files that an operator's rows name, of those on a shelf: ids are spread evenly, and their index is asked. */
function fileIdsOf(operatorId: string, shelf: string): Promise<string[]> {
  const [first, last] = [`${shelf}000000-0000-0000-0000-000000000000`, `${shelf}ffffff-ffff-ffff-ffff-ffffffffffff`]
  return asActor({ kind: 'system', operatorId }, async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      select id from ${upload} where id between ${first} and ${last} and expires_at > now()
      union all select id from ${attachment} where id between ${first} and ${last}`)
    return rows.map(({ id }) => id)
  })
}
