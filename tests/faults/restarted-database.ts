import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadProfiles } from '@/lib/operators/load-profiles'
import { loadCalendars } from '@/db/load-calendars'
import { migrate } from '@/db/migrate'
import { imvizhn } from '@/db/operators/imvizhn'
import { openPortalDatabase, type PortalDatabase } from '@/lib/cli/database'
import { closeDatabase } from '@/lib/core/database'
import { stopBoss } from '@/lib/jobs/boss'
import { listOperators } from '@/lib/operators/queries'
import { remindOfDeadlines } from '@/lib/reminders/remind'
import { testSettings } from '../support/database'
import { noonZone, seedDueRequests } from '../support/due-requests'
import { type Copy, startHookedSmtp, tally } from '../support/hooked-smtp'
import { startWorkerProcess } from '../support/worker-process'
import { openWorkspace } from '../support/workspace'
import { countsOf, letLeasesLapse } from './killed-worker'

const password = () => randomBytes(12).toString('hex')

/** PostgreSQL is stopped and started while a worker sends, which goes on by itself. The database server is its own, on real disk. */
export function testRestartedDatabase({ mails, restarts }: { mails: number; restarts: number }): void {
  const workspace = openWorkspace('restarts')
  const passwords = { superuserPassword: password(), ownerPassword: password(), appPassword: password() }
  let database: PortalDatabase
  const open = () => openPortalDatabase(workspace.dir, passwords)

  beforeAll(async () => {
    database = await open()
    Object.assign(process.env, testSettings(database, join(workspace.dir, 'data')))
    await migrate({ ownerUrl: database.ownerUrl, appPassword: passwords.appPassword })
    await loadCalendars(database.ownerUrl)
    await loadProfiles(new Date(), [{ ...imvizhn, timeZone: noonZone() }])
  })
  afterAll(async () => {
    await stopBoss()
    await closeDatabase()
    await database.server.stop()
    workspace.remove()
  })

  it(`restarted ${restarts}x under load loses nothing`, async () => {
    const sql = postgres(database.superuserUrl, { max: 2, onnotice: () => {} })
    const [clinic] = await listOperators()
    if (!clinic) throw new Error('No clinic is loaded')
    await seedDueRequests(sql, clinic, mails)
    await remindOfDeadlines(clinic, new Date())
    const smtp = await startHookedSmtp()
    const inDoubt = new Set<string>()
    const worker = startWorkerProcess(smtp.url)
    const ended = worker.exited.then(() => Promise.reject(new Error('The worker ended by itself')))
    ended.catch(() => {}) // it ends when it is stopped
    for (let restart = 1; restart <= restarts; restart += 1) {
      const enough = smtp.copies.length + mails / (restarts + 1) / 2
      await Promise.race([ended, smtp.until((copies) => copies.length >= enough)])
      await database.server.stop()
      database = await open()
      for (const each of await listUnstored(sql, smtp.copies)) inDoubt.add(each)
      await letLeasesLapse(sql, clinic)
    }
    await Promise.race([
      ended,
      smtp.until((copies) => new Set(copies.map(({ messageId }) => messageId)).size === mails),
    ])
    await worker.stop()
    const counts = tally(smtp.copies)
    process.stdout.write(
      `database restarted ${restarts}x: ${JSON.stringify({ intents: mails, ...counts, inDoubt: inDoubt.size })}\n`,
    )
    const twice = [...Map.groupBy(smtp.copies, ({ messageId }) => messageId)].filter(([, copies]) => copies.length > 1)
    expect(twice.map(([messageId]) => messageId).filter((messageId) => !inDoubt.has(messageId))).toEqual([])
    expect(counts).toMatchObject({ letters: mails, unlike: 0 })
    expect(await countsOf(sql, clinic)).toMatchObject({ reminders: mails, mailed: mails, mails })
    await smtp.stop()
    await sql.end()
  })
}

/** Letters that had left when the database went, and of which it knows nothing: these alone may come twice. */
async function listUnstored(sql: postgres.Sql, copies: readonly Copy[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select message_id as id from mail where state = 'sent'`
  const stored = new Set(rows.map(({ id }) => id))
  return copies.map(({ messageId }) => messageId).filter((messageId) => !stored.has(messageId))
}
