import { randomUUID } from 'node:crypto'
import { decodeWords } from 'postal-mime'
import type postgres from 'postgres'
import { expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import type { Operator } from '@/lib/operators/queries'
import { fileRequest } from '@/lib/requests/file-request'
import { seedDueRequests } from '../support/due-requests'
import { type Copy, startHookedSmtp } from '../support/hooked-smtp'
import { hire, publicAt, requestForm } from '../support/domain'
import { startWorkerProcess } from '../support/worker-process'

const MINUTE = 60_000

/** A real worker and a real mail server, while one source files as fast as it can. */
export function testFlood({ sql, next }: { sql: postgres.Sql; next: () => Operator }, filings: number): void {
  it(`${filings} filings in a minute: what is due now, and other people's receipts, leave within a minute`, async () => {
    const clinic = next()
    for (let n = 0; n < 3; n += 1) await hire(sql, clinic)
    const smtp = await startHookedSmtp()
    const worker = startWorkerProcess(smtp.url)
    await worker.started
    const fileFrom = async (source: string, email: string) => {
      const ctx = publicAt(clinic, new Date(), source)
      const filed = await execute(fileRequest, ctx, requestForm({ contact: { email } }))
      if (!filed.ok) throw new Error(filed.reason)
    }
    const begun = Date.now()
    for (let n = 0; n < filings; n += 1) {
      await fileFrom('flood', `flood-${n}@elsewhere.example`)
      if (n === Math.floor(filings / 2)) await seedDueRequests(sql, clinic, 1, 900_000)
    }
    const other = `${randomUUID()}@patients.example`
    const asked = Date.now()
    await fileFrom('home', other)

    const isReminder = ({ raw }: Copy) => subjectOf(raw).includes('срок истекает сегодня')
    await smtp.until((copies) => copies.some(isReminder) && copies.some(({ to }) => to === other))
    const waited = Date.now() - asked
    const took = Date.now() - begun
    await worker.stop()
    await smtp.stop()
    process.stdout.write(
      `${filings} filings: ${took - waited} ms to file, then ${waited} ms, ${smtp.copies.length} letters\n`,
    )
    expect(smtp.copies.filter(isReminder)).toHaveLength(1)
    expect(waited).toBeLessThan(MINUTE)
  })
}

const subjectOf = (raw: Buffer): string =>
  decodeWords(/^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(raw.toString('latin1'))?.[1] ?? '')
