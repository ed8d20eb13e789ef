import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import type { Operator } from '@/lib/operators/queries'
import { intendReminders } from '@/lib/reminders/intend'
import { assignRequest } from '@/lib/requests/assign-request'
import { extendDeadline } from '@/lib/requests/extend-deadline'
import { fileRequest } from '@/lib/requests/file-request'
import { fulfilDuty } from '@/lib/requests/fulfil-duty'
import type { MailTransport } from '@/lib/mail/transport'
import { hire, type Officer, requestForm, staffAt, systemAt } from '../support/domain'
import {
  clinicsIn,
  deliverAll,
  file,
  storedMailsOf,
  putInHandsOf,
  remindersOf,
  sweepAt,
  sweepDays,
} from '../support/reminding'

const MOSCOW = 'Europe/Moscow'
const { sql, next } = clinicsIn(Array.from({ length: 19 }, () => MOSCOW))

/** Takes every mail. */
const postbox: MailTransport = { send: async () => ({ outcome: 'accepted', response: '250' }), close: () => {} }

/** Tuesday, 1 December 2026, 12:00 in Moscow. */
const FILED = '2026-12-01T09:00:00Z'

/** What was intended of one clock for one person, as 'milestone state'. */
async function told(requestId: string, person: Officer | null, clock = 'response'): Promise<string[]> {
  const rows = await remindersOf(sql, requestId)
  return rows
    .filter((row) => row.recipient === (person?.id ?? null) && row.clock === clock)
    .map(({ milestone, version, state }) => [milestone, ...(version > 1 ? [`v${version}`] : []), state].join(' '))
}

async function answered(clinic: Operator, officer: Officer, requestId: string, now: string): Promise<void> {
  const ctx = staffAt(officer, now)
  await execute(saveAnswer, ctx, { requestId, outcome: 'fulfilled', letter: 'Ваши данные…' })
  expect(await execute(releaseAnswer, ctx, { requestId, version: 1 })).toMatchObject({ ok: true })
}

const mailed = (milestones: string[]) => milestones.map((milestone) => `${milestone} mailed`)

describe('a duty that outlives the answer', () => {
  it('is reminded of on its days and escalates after the letter, until it is recorded', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    await sql`insert into reminder_settings (operator_id, days_before, overdue_daily, lead_days_before, escalation_email,
      escalation_after_days, unread_after_days) values (${clinic.id}, '{5,1,0}', true, 1, 'chief@clinics.example', 3, '{}')`
    const requestId = await file(clinic, FILED, { kind: 'deletion', ground: 'unneeded' })
    await putInHandsOf(sql, requestId, officer)
    await sweepDays(clinic, '2026-12-01', '2026-12-07')
    await answered(clinic, officer, requestId, '2026-12-07T10:00:00Z')
    await sweepDays(clinic, '2026-12-07', '2026-12-15', '11:00')
    const until = ['before-5', 'before-1', 'due', 'overdue-2026-12-11', 'overdue-2026-12-14', 'overdue-2026-12-15']
    expect(await told(requestId, officer, 'destroy')).toEqual(mailed(until))
    expect(await told(requestId, officer)).toEqual([])
    expect(await told(requestId, null, 'destroy')).toEqual(['escalation mailed'])

    const [clock] = await sql`select id from request_clock where request_id = ${requestId} and clock = 'destroy'`
    const done = { requestId, clockId: clock?.['id'], doneOn: '2026-12-15' }
    expect(await execute(fulfilDuty, staffAt(officer, '2026-12-15T12:00:00Z'), done)).toMatchObject({
      ok: true,
    })
    await sweepDays(clinic, '2026-12-16', '2026-12-31')
    expect(await told(requestId, officer, 'destroy')).toEqual(mailed(until))
  })
})

describe('who is reminded', () => {
  it('the officer in charge on every milestone, the lead from the day before, each once', async () => {
    const clinic = next()
    const [officer, other, lead] = [await hire(sql, clinic), await hire(sql, clinic), await hire(sql, clinic, 'lead')]
    const requestId = await file(clinic, FILED)
    await putInHandsOf(sql, requestId, officer)
    await sweepDays(clinic, '2026-12-01', '2027-01-12')
    await sweepAt(clinic, '2027-01-12T17:00:00Z')
    const late = ['overdue-2027-01-11', 'overdue-2027-01-12']
    const early = ['before-10', 'before-5', 'before-3']
    expect(await told(requestId, officer)).toEqual(mailed([...early, 'before-1', 'due', ...late]))
    expect(await told(requestId, lead)).toEqual(mailed(['before-1', 'due', ...late]))
    expect(await told(requestId, other)).toEqual([])
    const answerClock = await told(requestId, officer, 'answer')
    // Ten working days before 15 December is the day of receipt; overdue is every working day after.
    expect(answerClock.slice(0, 7)).toEqual(
      mailed([...early, 'before-1', 'due', 'overdue-2026-12-16', 'overdue-2026-12-17']),
    )
    expect(answerClock).not.toContain('overdue-2026-12-19 mailed')
  })

  it('all officers and leads while nobody is in charge, and no auditor', async () => {
    const clinic = next()
    const people = [await hire(sql, clinic), await hire(sql, clinic), await hire(sql, clinic, 'lead')]
    const auditor = await hire(sql, clinic, 'auditor')
    const requestId = await file(clinic, FILED, { kind: 'claim', ground: 'other-matter', details: 'Верните деньги' })
    await sweepDays(clinic, '2026-12-20', '2026-12-22')
    for (const person of people) expect(await told(requestId, person)).toEqual(['before-10 mailed'])
    expect(await told(requestId, auditor)).toEqual([])
  })

  it('the new officer from the handing over on, and not of what is past', async () => {
    const clinic = next()
    const [first, second, lead] = [await hire(sql, clinic), await hire(sql, clinic), await hire(sql, clinic, 'lead')]
    const requestId = await file(clinic, FILED, { kind: 'claim', ground: 'other-matter', details: 'Верните деньги' })
    await putInHandsOf(sql, requestId, first)
    await sweepDays(clinic, '2026-12-21', '2026-12-23')
    const ctx = staffAt(lead, '2026-12-23T10:00:00Z')
    expect(await execute(assignRequest, ctx, { requestId, assigneeId: second.id })).toMatchObject({ ok: true })
    await sweepDays(clinic, '2026-12-23', '2026-12-26', '11:00')
    expect(await told(requestId, first)).toEqual(['before-10 mailed'])
    expect(await told(requestId, second)).toEqual(['before-5 mailed'])
  })

  it('the escalation address, once, after the days that the clinic set', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    await sql`insert into reminder_settings (operator_id, days_before, overdue_daily, lead_days_before, escalation_email,
      escalation_after_days, unread_after_days) values (${clinic.id}, '{5,0}', false, 1, 'chief@clinics.example', 3, '{3}')`
    const requestId = await file(clinic, FILED, { kind: 'claim', ground: 'other-matter', details: 'Верните деньги' })
    await putInHandsOf(sql, requestId, officer)
    await sweepDays(clinic, '2026-12-24', '2027-01-15')
    expect(await told(requestId, officer)).toEqual(mailed(['before-5', 'due']))
    expect(await told(requestId, null)).toEqual(['escalation mailed'])
    const [mail, ...more] = await storedMailsOf(sql, 'escalation', requestId)
    expect([mail?.createdOn, more.length]).toEqual(['2027-01-03', 0])
  })

  it('each by their own days, where they chose some', async () => {
    const clinic = next()
    const [officer, other] = [await hire(sql, clinic), await hire(sql, clinic)]
    await sql`insert into reminder_preference (staff_id, operator_id, days_before) values (${officer.id}, ${clinic.id}, '{7,0}')`
    const requestId = await file(clinic, FILED, { kind: 'claim', ground: 'other-matter', details: 'Верните деньги' })
    await sweepDays(clinic, '2026-12-20', '2026-12-28')
    expect(await told(requestId, officer)).toEqual(['before-7 mailed'])
    expect(await told(requestId, other)).toEqual(mailed(['before-10', 'before-5', 'before-3']))
  })
})

describe('when', () => {
  it('from eight o’clock of the clinic’s day on', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const requestId = await file(clinic, FILED, { kind: 'claim', ground: 'other-matter', details: 'Верните деньги' })
    await sweepAt(clinic, '2026-12-21T04:59:59Z')
    expect(await told(requestId, officer)).toEqual([])
    await sweepAt(clinic, '2026-12-21T05:00:00Z')
    expect(await told(requestId, officer)).toEqual(['before-10 mailed'])
  })

  it('after five days without a worker: one mail for the latest milestone', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const requestId = await file(clinic, FILED, { kind: 'claim', ground: 'other-matter', details: 'Верните деньги' })
    await sweepDays(clinic, '2026-12-20', '2026-12-23')
    await sweepDays(clinic, '2026-12-29', '2026-12-30')
    expect(await told(requestId, officer)).toEqual(mailed(['before-10', 'before-3', 'before-1']))
    expect(await storedMailsOf(sql, 'deadline-reminder', requestId)).toHaveLength(3)
  })

  it('of a letter that lay for forty days: one mail, of today', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    await sweepAt(clinic, '2026-12-01T06:00:00Z')
    const late = requestForm({ channel: 'post', receivedOn: '2026-10-22', contact: {} })
    const filed = await execute(fileRequest, staffAt(officer, FILED), late)
    if (!filed.ok) throw new Error(filed.reason)
    const { requestId } = filed.value
    await sweepAt(clinic, '2026-12-01T09:01:00Z')
    await sweepAt(clinic, '2026-12-01T12:00:00Z')
    for (const clock of ['answer', 'response']) {
      expect(await told(requestId, officer, clock)).toEqual(['overdue-2026-12-01 mailed'])
    }
    const [mail, ...more] = await storedMailsOf(sql, 'deadline-reminder', requestId)
    expect([mail?.intentKey.split(',').length, more.length]).toEqual([2, 0])
    await sweepAt(clinic, '2026-12-02T09:00:00Z')
    expect(await told(requestId, officer)).toEqual(mailed(['overdue-2026-12-01', 'overdue-2026-12-02']))
  })

  it('of a letter that lay for a fortnight: no milestone that had passed by then', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    await sweepAt(clinic, '2026-12-01T06:00:00Z')
    const claim = { kind: 'claim' as const, ground: 'other-matter' as const, details: 'Верните деньги' }
    const late = requestForm({ ...claim, channel: 'post', receivedOn: '2026-11-09' })
    const filed = await execute(fileRequest, staffAt(officer, FILED), late)
    if (!filed.ok) throw new Error(filed.reason)
    await sweepDays(clinic, '2026-12-01', '2026-12-04')
    expect(await told(filed.value.requestId, officer)).toEqual(['before-5 mailed'])
  })

  it('lists the clocks that fall due on the same day in one mail', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const requestId = await file(clinic, FILED, { kind: 'consent-withdrawal', scope: 'all-processing' })
    await sweepAt(clinic, '2026-12-21T09:00:00Z')
    expect(await told(requestId, officer, 'destroy')).toEqual(['before-10 mailed'])
    const [mail, ...more] = await storedMailsOf(sql, 'deadline-reminder', requestId)
    expect([mail?.intentKey.split(',').length, more.length]).toEqual([3, 0])
  })
})

describe('what is no longer true', () => {
  it('an extension begins a new version, and the mail of the old one does not leave', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const requestId = await file(clinic, FILED)
    await putInHandsOf(sql, requestId, officer)
    await deliverAll(sql, clinic, postbox, FILED)
    await sweepDays(clinic, '2026-12-14', '2026-12-15')
    const [clock] = await sql<{ id: string }[]>`
      select id from request_clock where request_id = ${requestId} and clock = 'answer'`
    const ctx = staffAt(officer, '2026-12-15T08:00:00Z')
    const extension = { requestId, clockId: clock?.id, reasons: 'Данные в архиве' }
    expect(await execute(extendDeadline, ctx, extension)).toMatchObject({ ok: true, value: { dueOn: '2026-12-22' } })
    await deliverAll(sql, clinic, postbox, '2026-12-15T08:01:00Z')
    expect((await storedMailsOf(sql, 'deadline-reminder', requestId)).map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
    ])
    await sweepDays(clinic, '2026-12-16', '2026-12-17')
    expect(await told(requestId, officer, 'answer')).toEqual([
      'before-1 mailed',
      'before-5 v2 mailed',
      'due mailed',
      'before-3 v2 mailed',
    ])
  })

  it('a closed request sends nothing, whether its reminder was stored, queued or not yet made', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const claim = { kind: 'claim' as const, ground: 'other-matter' as const, details: 'Верните деньги' }
    const [stored, queued] = [await file(clinic, FILED, claim), await file(clinic, FILED, claim)]
    for (const requestId of [stored, queued]) await putInHandsOf(sql, requestId, officer)
    const system = systemAt(clinic, '2026-12-21T06:00:00Z')
    await sweepAt(clinic, '2026-12-21T06:00:00Z')
    await answered(clinic, officer, queued, '2026-12-21T07:00:00Z')
    await deliverAll(sql, clinic, postbox, '2026-12-21T07:01:00Z')
    expect(await storedMailsOf(sql, 'deadline-reminder', queued)).toMatchObject([{ state: 'cancelled' }])
    expect(await storedMailsOf(sql, 'deadline-reminder', stored)).toMatchObject([{ state: 'sent' }])

    expect(await execute(intendReminders, { ...system, today: '2026-12-26' }, {})).toMatchObject({ ok: true, value: 1 })
    await answered(clinic, officer, stored, '2026-12-26T07:00:00Z')
    await sweepDays(clinic, '2026-12-26', '2027-01-12')
    expect(await told(stored, officer)).toEqual(['before-10 mailed', 'before-5 cancelled'])
    expect(await told(queued, officer)).toEqual(['before-10 mailed'])
  })

  it('a mail that waited until a later one was made does not leave', async () => {
    const clinic = next()
    const officer = await hire(sql, clinic)
    const id = await file(clinic, FILED, { kind: 'claim', ground: 'other-matter', details: 'Верните деньги' })
    await putInHandsOf(sql, id, officer)
    await sweepDays(clinic, '2026-12-21', '2026-12-28')
    await deliverAll(sql, clinic, postbox, '2026-12-28T08:00:00Z')
    expect((await storedMailsOf(sql, 'deadline-reminder', id)).map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
      'sent',
    ])
  })
})

describe('several workers', () => {
  it('at once make each reminder, each mail and each job once', async () => {
    const clinic = next()
    await hire(sql, clinic)
    await hire(sql, clinic, 'lead')
    const ids: string[] = []
    for (let n = 0; n < 12; n += 1)
      ids.push(await file(clinic, FILED, { kind: 'claim', ground: 'other-matter', details: 'Верните деньги' }))
    await Promise.all(Array.from({ length: 4 }, () => sweepAt(clinic, '2026-12-21T06:00:00Z')))
    await sweepAt(clinic, '2026-12-21T06:01:00Z')
    for (const id of ids) {
      expect((await remindersOf(sql, id)).map(({ milestone, state }) => `${milestone} ${state}`)).toEqual(
        mailed(['before-10', 'before-10']),
      )
      expect(await storedMailsOf(sql, 'deadline-reminder', id)).toHaveLength(2)
    }
    const [audit] =
      await sql`select sum((data->>'intended')::int)::int as intended, sum((data->>'mailed')::int)::int as mailed
      from audit_event where operator_id = ${clinic.id} and action = 'reminder.intended'`
    expect(audit).toEqual({ intended: 24, mailed: 24 })
  })
})
