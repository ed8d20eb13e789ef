import type postgres from 'postgres'
import { expect, it } from 'vitest'
import type { Operator } from '@/lib/operators/queries'
import { remindOfDeadlines } from '@/lib/reminders/remind'
import { seedDueRequests } from '../support/due-requests'
import { startHookedSmtp, tally } from '../support/hooked-smtp'
import { startWorkerProcess } from '../support/worker-process'
import { countsOf } from './killed-worker'

interface Size {
  workers: number
  mails: number
}

/** Four sweeps at once make the reminders, several processes send them. */
export function testManyWorkers(
  { sql, next }: { sql: postgres.Sql; next: () => Operator },
  { workers: count, mails }: Size,
): void {
  it(`${count} at once send ${mails} reminders once each`, async () => {
    const clinic = next()
    await seedDueRequests(sql, clinic, mails)
    const smtp = await startHookedSmtp()
    const now = new Date()
    const workers = Array.from({ length: count }, () => startWorkerProcess(smtp.url))
    await Promise.all(Array.from({ length: 4 }, () => remindOfDeadlines(clinic, now)))
    await Promise.all(workers.map(({ started }) => started))
    await smtp.until((copies) => copies.length >= mails)
    await Promise.all(workers.map((worker) => worker.stop()))
    await smtp.stop()
    const counts = tally(smtp.copies)
    process.stdout.write(`${count} workers: ${JSON.stringify({ intents: mails, ...counts })}\n`)
    expect(counts).toEqual({ letters: mails, copies: mails, unlike: 0 })
    expect(await countsOf(sql, clinic)).toEqual({ reminders: mails, mailed: mails, mails, sent: mails })
  })
}
