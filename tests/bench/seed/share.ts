import { isMainThread, workerData } from 'node:worker_threads'
import postgres from 'postgres'
import { getCalendar } from '@/lib/calendar/queries'
import { asActor, closeDatabase } from '@/lib/core/database'
import { listTermRules } from '@/lib/operators/term-rules'
import { fillClinic } from './clinic'
import { openCopies, type Share, tablesOf } from './tables'
import type { SeededClinic } from './history'

/** What one thread writes: its share of the tables, for all clinics one after the other. */
export interface ShareOrder {
  superuserUrl: string
  share: Share
  clinics: readonly (SeededClinic & { dueSoon: boolean })[]
  now: Date
}

/** Triggers and foreign keys rest, and nothing waits for the disk: what is measured starts once all is there. */
export const bulk = { session_replication_role: 'replica', synchronous_commit: 'off', maintenance_work_mem: '512MB' }

/** Both shares lay out the same requests, since they draw the same numbers, and write different tables of them. */
export async function fillShare({ superuserUrl, share, clinics, now }: ShareOrder): Promise<void> {
  const sql = postgres(superuserUrl, { max: tablesOf[share].length + 1, onnotice: () => {}, connection: bulk })
  try {
    const copies = await openCopies(sql, share)
    for (const clinic of clinics) {
      const rules = await asActor({ kind: 'system', operatorId: clinic.operator.id }, listTermRules)
      await fillClinic(sql, copies, { ...clinic, rules, calendar: await getCalendar(), now })
    }
    for (const copy of Object.values(copies)) await copy.end()
  } finally {
    await sql.end()
  }
}

if (!isMainThread) {
  await fillShare(workerData as ShareOrder)
  await closeDatabase()
}
