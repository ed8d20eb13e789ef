import { mkdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { sweepFiles } from '@/lib/documents/sweep-files'
import type postgres from 'postgres'
import { startBuiltWeb } from './built-web'
import { filed, filingForm, scanOf, storedFiles } from './uploads'

const MB = 1024 * 1024
const HOUR_MS = 3_600_000
/**
 * Kills the web process while files come in and requests are filed, each time a little later in its work; then sweeps.
 * Afterwards every file has its row, and every row its file.
 */
export async function killAndSweep(sql: postgres.Sql, kills: number): Promise<void> {
  const folder = join(process.env['DATA_DIR'] ?? '', 'files')
  mkdirSync(folder, { recursive: true })
  let leftovers = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const web = await startBuiltWeb()
    const send = await filingForm(web)
    const before = new Set(storedFiles())
    const watcher = watch(folder, { recursive: true })
    let events = 0
    const moment = new Promise<void>((resolve) => {
      watcher.on('change', () => (events += 1) > kill * 3 && resolve())
    })
    const work = Array.from({ length: 8 }, (_, i) =>
      send({
        files: [1, 3].map((size) => ({ name: `скан-${size}.pdf`, bytes: scanOf(size * MB) })),
        typed: i % 2 ? {} : { ...filed, submissionId: crypto.randomUUID() },
      }),
    )
    await Promise.race([moment, Promise.allSettled(work)])
    process.kill(web.pid, 'SIGKILL')
    await web.exited
    watcher.close()
    await Promise.allSettled(work)
    leftovers += storedFiles().filter((name) => !before.has(name)).length
  }
  expect(leftovers, 'something was going on').toBeGreaterThan(0)
  const { missing } = await sweepFiles(new Date(Date.now() + 2 * HOUR_MS))
  const rows = await sql<{ id: string }[]>`select id from upload union all select id from attachment`
  expect(missing).toBe(0)
  expect(storedFiles().toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
}
