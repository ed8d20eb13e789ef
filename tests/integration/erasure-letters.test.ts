import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mail } from '@/db/schema'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { enqueueJobs } from '@/lib/jobs/enqueue'
import { resendMail } from '@/lib/mail/resend-mail'
import { getMail } from '@/lib/mail/queries'
import { mailSealer, queueMails } from '@/lib/mail/outbox'
import { createTransport, type MailTransport } from '@/lib/mail/transport'
import type { Operator } from '@/lib/operators/queries'
import { withdrawRequest } from '@/lib/requests/withdraw-request'
import { eraseRequest } from '@/lib/retention/erase-request'
import { type HookedSmtp, reply, startHookedSmtp } from '../support/hooked-smtp'
import { hire, type Officer, staffAt } from '../support/domain'
import { clinicsIn, deliverAll, file, putInHandsOf, storedMailsOf, sweepAt } from '../support/reminding'

const { sql, next } = clinicsIn(['Europe/Moscow', 'Europe/Moscow', 'Europe/Moscow'])
const FILED = '2026-12-01T09:00:00Z'
const LATER = '2026-12-31T09:00:00Z'
const victim = { contact: { email: 'one-mailbox@patients.example' } }

let smtp: HookedSmtp
let transport: MailTransport
beforeAll(async () => {
  smtp = await startHookedSmtp()
  transport = createTransport(smtp.url)
})
afterAll(async () => {
  transport.close()
  await smtp.stop()
})

/** Every letter of a clinic that can still be read, as it is stored and as it would be sent again. */
async function readable(clinic: Operator): Promise<{ id: string; template: string; says: string }[]> {
  return asActor({ kind: 'system', operatorId: clinic.id }, async (tx) => {
    const rows = await tx.select().from(mail)
    const sealer = await mailSealer(
      tx,
      rows.flatMap(({ requestId }) => requestId ?? []),
    )
    return Promise.all(
      rows
        .filter((row) => sealer.knows(row) && row.contents.length > 0)
        .map(async (row) => {
          const raw = row.raw && (await PostalMime.parse(sealer.open(row, 'mail:raw', row.raw)))
          const contents = sealer.open(row, 'mail:contents', row.contents).toString()
          return { id: row.id, template: row.template, says: `${contents} ${raw?.text} ${raw?.html}` }
        }),
    )
  })
}

const referenceOf = async (id: string) =>
  String((await sql`select reference from request where id = ${id}`)[0]?.['reference'])

async function erase(clinic: Operator, lead: Officer, requestId: string): Promise<void> {
  const person = { kind: 'requester', operatorId: clinic.id, requestId, sessionId: requestId } as const
  const now = new Date(LATER)
  const [{ state } = {}] = await sql`select state from request where id = ${requestId}`
  if (state !== 'withdrawn')
    expect(await execute(withdrawRequest, contextFor(person, 'UTC', now), { requestId })).toMatchObject({ ok: true })
  const asked = { requestId, ground: 'asked-for', sure: true }
  expect(await execute(eraseRequest, staffAt(lead, LATER), asked)).toMatchObject({ ok: true })
}

/** Five requests of one mailbox, told in every letter that tells of many. */
async function told(clinic: Operator): Promise<{ lead: Officer; ids: string[] }> {
  const lead = await hire(sql, clinic, 'lead')
  await sql`insert into reminder_preference (staff_id, operator_id, digest, digest_hour)
    values (${lead.id}, ${clinic.id}, true, 9)`
  const ids: string[] = []
  for (let n = 0; n < 5; n += 1) ids.push(await file(clinic, FILED, victim))
  await sql`truncate limit_count`
  await deliverAll(sql, clinic, transport, FILED)
  for (const id of ids) await putInHandsOf(sql, id, lead)
  await asActor({ kind: 'system', operatorId: clinic.id }, async (tx) => {
    const moved = await Promise.all(
      ids.map(async (id) => ({
        ...{ number: await referenceOf(id), url: `https://portal.example/ru/admin/x/requests/${id}` },
        ...({ clock: 'answer', previousDueOn: '2026-12-15', dueOn: '2026-12-16' } as const),
      })),
    )
    const ctx = contextFor({ kind: 'system', operatorId: clinic.id } as const, 'UTC', new Date('2026-12-02T09:00:00Z'))
    const jobs = await queueMails(tx, ctx, [
      {
        ...{ template: 'due-dates-moved', locale: 'ru', to: lead.email, staffId: lead.id, intentKey: 'moved' },
        props: { moved, total: 7, queueUrl: 'https://portal.example/ru/admin' },
      },
    ])
    await enqueueJobs(tx, jobs)
  })
  await sweepAt(clinic, '2026-12-11T07:00:00Z')
  return { lead, ids }
}

const several = ['several-requests', 'requests-received', 'due-dates-moved', 'digest']

describe('an erased request', () => {
  it('is in no letter that has left, whose reader is told so', async () => {
    const clinic = next()
    const { lead, ids } = await told(clinic)
    await deliverAll(sql, clinic, transport, '2026-12-11T07:01:00Z')
    const [gone = '', kept = ''] = ids
    const number = await referenceOf(gone)
    const before = await readable(clinic)
    for (const template of several)
      expect(
        before.filter((each) => each.template === template && each.says.includes(number)),
        template,
      ).not.toEqual([])
    await erase(clinic, lead, gone)
    const left = await readable(clinic)
    expect(left.filter(({ says }) => says.includes(number) || says.includes(gone))).toEqual([])
    expect(left.some(({ says }) => says.includes(kept))).toBe(true)
    const [letter] = await storedMailsOf(sql, 'several-requests')
    const shown = await getMail(staffAt(lead, LATER), letter?.id ?? '')
    expect(shown).toMatchObject({ row: { state: 'sent' }, contents: { shown: false, why: 'erased' } })
  })

  it('is in no letter that waits, which tells of the others', async () => {
    const clinic = next()
    smtp.use({ rcpt: () => reply(450) })
    const { lead, ids } = await told(clinic)
    await deliverAll(sql, clinic, transport, '2026-12-11T07:01:00Z')
    const [gone = ''] = ids
    const numbers = await Promise.all(ids.map(referenceOf))
    await erase(clinic, lead, gone)
    expect((await readable(clinic)).filter(({ says }) => says.includes(numbers[0] ?? ''))).toEqual([])
    const sent = smtp.copies.length
    smtp.use({})
    await deliverAll(sql, clinic, transport, '2026-12-31T09:00:00Z')
    const letters = await Promise.all(smtp.copies.slice(sent).map(({ raw }) => PostalMime.parse(raw)))
    const text = letters.map((letter) => letter.text).join('\n')
    expect(text).toContain('Сроки пересчитаны')
    expect(numbers.map((number) => text.includes(number))).toEqual([false, true, true, true, true])
    expect(letters.some(({ subject }) => subject === 'Календарь изменён: сдвинуто 6 сроков')).toBe(true)
  })

  it('that a failed letter told of is not sent again', async () => {
    const clinic = next()
    smtp.use({ rcpt: () => reply(550) })
    const { lead, ids } = await told(clinic)
    await deliverAll(sql, clinic, transport, '2026-12-11T07:01:00Z')
    smtp.use({})
    for (const id of ids) await erase(clinic, lead, id)
    const failed = (await storedMailsOf(sql, 'due-dates-moved')).find(({ staffId }) => staffId === lead.id)
    expect(failed).toMatchObject({ state: 'failed' })
    expect(await execute(resendMail, staffAt(lead, LATER), { mailId: failed?.id })).toMatchObject({ ok: true })
    const sent = smtp.copies.length
    await deliverAll(sql, clinic, transport, LATER)
    expect(smtp.copies.slice(sent).filter(({ to }) => to === lead.email)).toEqual([])
    expect((await readable(clinic)).filter(({ says }) => ids.some((id) => says.includes(id)))).toEqual([])
  })
})
