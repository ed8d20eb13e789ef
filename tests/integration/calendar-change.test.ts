import postgres from 'postgres'
import { afterAll, describe, expect, it } from 'vitest'
import type { StaffRole } from '@/db/enums'
import { verifyChain } from '@/lib/audit/verify'
import { type EditedKind, withDay } from '@/lib/calendar/draft'
import { getCalendar } from '@/lib/calendar/queries'
import { getStoredYear, listStoredYears } from '@/lib/calendar/stored-year'
import { statutoryDays } from '@/lib/calendar/statutory'
import { isWorkingDay } from '@/lib/calendar/working-days'
import { INSTALLATION, type StaffActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { type Context, contextFor } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { NotFoundError } from '@/lib/core/errors'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import type { Operator } from '@/lib/operators/queries'
import { type CalendarChange, changeCalendar, previewCalendarChange } from '@/lib/requests/change-calendar'
import { draftCalendar } from '@/lib/requests/draft-calendar'
import { extendDeadline } from '@/lib/requests/extend-deadline'
import { takeRequest } from '@/lib/requests/take-request'
import { clinicOf, fileAt, type Officer, staffAt, useDomain } from '../support/domain'

const { sql, hire, superuserUrl } = useDomain()
const NOW = new Date('2026-11-20T09:00:00Z')

/** Somebody at the installation, as app/_server makes one of an admin of any clinic. */
async function atInstallation(role: StaffRole = 'admin', now = NOW): Promise<Context<StaffActor>> {
  const { actor } = await hire(await clinicOf('caop1'), role)
  return contextFor({ ...actor, operatorId: INSTALLATION }, 'UTC', now)
}

/** The stored year with some days changed. */
async function edited(
  ctx: Context<StaffActor>,
  year: number,
  changes: [string, EditedKind][],
): Promise<CalendarChange> {
  const stored = await getStoredYear(ctx, year)
  const days = changes.reduce((all, [date, kind]) => withDay(all, { date, kind, note: 'Проверка' }), stored.days)
  return { year, status: 'official', source: 'Постановление', days }
}

interface Clock {
  clock: string
  dueOn: string
  version: number
}

const clocksOf = (requestId: string) =>
  sql<Clock[]>`select clock, due_on::text as "dueOn", deadline_version as version from request_clock
    where request_id = ${requestId} order by clock`

const dueOf = async (requestId: string, clock: string) =>
  (await clocksOf(requestId)).find((row) => row.clock === clock)?.dueOn

async function take(officer: Officer, requestId: string, now: Date): Promise<void> {
  expect(await execute(takeRequest, staffAt(officer, now), { requestId })).toMatchObject({ ok: true })
}

async function expectWholeChain(operatorId: string): Promise<void> {
  const proof = await asActor({ kind: 'system', operatorId }, (tx) => verifyChain(tx, operatorId))
  expect(proof.fault).toBeUndefined()
}

const noticesTo = (officer: Officer) =>
  sql`select id from mail where template = 'due-dates-moved' and staff_id = ${officer.actor.staffId}`

describe('a change of the calendar', () => {
  it('moves what the preview said, in every clinic, and nothing else', async () => {
    const filedAt = new Date('2026-03-02T09:00:00Z')
    const clinics = [await clinicOf('medsystems'), await clinicOf('imed')] as const
    const open = await Promise.all(clinics.map((clinic) => fileAt(clinic, filedAt)))
    const later = await fileAt(clinics[0], new Date('2026-04-13T09:00:00Z'))
    const officer = await hire(clinics[0])
    const closed = await fileAt(clinics[0], filedAt)
    await take(officer, closed.requestId, filedAt)
    const at = staffAt(officer, filedAt)
    await execute(saveAnswer, at, { requestId: closed.requestId, outcome: 'fulfilled', letter: 'Вот ваши данные.' })
    expect(await execute(releaseAnswer, at, { requestId: closed.requestId, version: 1 })).toMatchObject({ ok: true })

    const ctx = await atInstallation()
    const change = await edited(ctx, 2026, [['2026-03-11', 'holiday']])
    const preview = await previewCalendarChange(ctx, change)
    expect(preview.map(({ slug }) => slug)).toEqual(['medsystems', 'imed', 'imvizhn', 'eco-smolensk', 'caop1'])
    expect(preview.map(({ total }) => total)).toEqual([1, 1, 0, 0, 0])
    expect(preview.flatMap(({ moved }) => moved)).toEqual(
      open.map(({ reference }) =>
        expect.objectContaining({ reference, clock: 'answer', from: '2026-03-17', to: '2026-03-18' }),
      ),
    )
    for (const { requestId } of open) expect(await dueOf(requestId, 'answer')).toBe('2026-03-17')
    expect(isWorkingDay(await getCalendar(), '2026-03-11')).toBe(true)

    const before = [await clocksOf(later.requestId), await clocksOf(closed.requestId)]
    expect(await execute(changeCalendar, ctx, change)).toEqual({ ok: true, value: { moved: 2 } })
    for (const { requestId } of open) {
      expect(await clocksOf(requestId)).toEqual([
        { clock: 'answer', dueOn: '2026-03-18', version: 2 },
        { clock: 'response', dueOn: '2026-04-01', version: 1 },
      ])
      const [row] =
        await sql`select next_due_on::text as "next", next_clock as clock from request where id = ${requestId}`
      expect(row).toEqual({ next: '2026-03-18', clock: 'answer' })
    }
    expect([await clocksOf(later.requestId), await clocksOf(closed.requestId)]).toEqual(before)
    expect(isWorkingDay(await getCalendar(), '2026-03-11')).toBe(false)
    expect(await previewCalendarChange(ctx, change)).toEqual(preview.map(({ slug }) => ({ slug, total: 0, moved: [] })))
  })

  it('is written down in each clinic, and those concerned are told', async () => {
    const filedAt = new Date('2026-06-15T09:00:00Z')
    const [first, second] = [await clinicOf('imvizhn'), await clinicOf('eco-smolensk')]
    const [assignee, other, elsewhere] = [await hire(first), await hire(first), await hire(second)]
    const theirs = await fileAt(first, filedAt)
    const nobodys = await fileAt(second, filedAt)
    await take(assignee, theirs.requestId, filedAt)

    const ctx = await atInstallation()
    const change = await edited(ctx, 2026, [['2026-06-22', 'day-off']])
    expect(await execute(changeCalendar, ctx, change)).toEqual({ ok: true, value: { moved: 2 } })
    for (const [clinic, { requestId }] of [
      [first, theirs],
      [second, nobodys],
    ] as const) {
      const events = await sql`select actor_id as "actorId", operator_id as "operatorId", data from audit_event
        where request_id = ${requestId} and action = 'request.deadline-moved'`
      expect(events).toEqual([
        {
          actorId: ctx.actor.staffId,
          operatorId: clinic.id,
          data: { clock: 'answer', from: '2026-06-29', to: '2026-06-30' },
        },
      ])
      await expectWholeChain(clinic.id)
    }
    const [noted] = await sql`select data from audit_event where operator_id = ${INSTALLATION}
      and action = 'calendar.changed' order by seq desc limit 1`
    expect(noted?.['data']).toEqual({ year: 2026, status: 'official', moved: 2 })
    await expectWholeChain(INSTALLATION)
    expect(await noticesTo(assignee)).toHaveLength(1)
    expect(await noticesTo(other)).toHaveLength(0)
    expect(await noticesTo(elsewhere)).toHaveLength(1)
  })

  it('keeps the counters of the queue true', async () => {
    const counted = await sql`select due_on::text, assignee_id, count from queue_count order by 1, 2, operator_id`
    const actual = await sql`select next_due_on::text as due_on,
      coalesce(assignee_id, '00000000-0000-0000-0000-000000000000') as assignee_id, count(*)::int as count
      from request where next_due_on is not null group by operator_id, 1, 2 order by 1, 2, operator_id`
    expect([...counted]).toEqual([...actual])
  })

  it('moves a term of calendar days only where it rolls forward', async () => {
    const filedAt = new Date('2026-07-06T09:00:00Z')
    const clinic = await clinicOf('medsystems')
    const [rolling, plain] = [await fileAt(clinic, filedAt), await fileAt(clinic, filedAt)]
    expect(await dueOf(rolling.requestId, 'response')).toBe('2026-08-05')
    await sql`update request_clock set roll_forward = 'next-working-day'
      where request_id = ${rolling.requestId} and clock = 'response'`

    const ctx = await atInstallation()
    const holidays: [string, EditedKind][] = [
      ['2026-08-05', 'holiday'],
      ['2026-08-06', 'holiday'],
    ]
    const change = await edited(ctx, 2026, holidays)
    const [preview] = await previewCalendarChange(ctx, change)
    expect(preview).toMatchObject({
      total: 1,
      moved: [{ reference: rolling.reference, clock: 'response', from: '2026-08-05', to: '2026-08-07' }],
    })
    expect(await execute(changeCalendar, ctx, change)).toMatchObject({ ok: true, value: { moved: 1 } })
    expect(await dueOf(rolling.requestId, 'response')).toBe('2026-08-07')
    expect(await dueOf(plain.requestId, 'response')).toBe('2026-08-05')
    const [row] = await sql`select response_due_on::text as "on" from request where id = ${rolling.requestId}`
    expect(row?.['on']).toBe('2026-08-07')

    const back = await edited(
      ctx,
      2026,
      holidays.map(([date]) => [date, 'plain']),
    )
    expect(await execute(changeCalendar, ctx, back)).toMatchObject({ ok: true, value: { moved: 1 } })
    expect(await dueOf(rolling.requestId, 'response')).toBe('2026-08-05')
  })

  it('happens as a whole or not at all', async () => {
    const filedAt = new Date('2026-09-07T09:00:00Z')
    const clinics = [await clinicOf('medsystems'), await clinicOf('caop1')] as const
    for (const clinic of clinics) await hire(clinic)
    const filed = await Promise.all(clinics.map((clinic) => fileAt(clinic, filedAt)))
    const state = async () => ({
      clocks: await Promise.all(filed.map(({ requestId }) => clocksOf(requestId))),
      days: [...(await sql`select date::text, kind from calendar_day order by 1`)],
      events: [...(await sql`select count(*)::int as n from audit_event`)],
      mails: [...(await sql`select count(*)::int as n from mail`)],
    })
    const before = await state()
    const ctx = await atInstallation()
    const change = await edited(ctx, 2026, [['2026-09-14', 'holiday']])
    // The last clinic in their order can store no mail: by then the first has been seen to.
    await sql.unsafe(`alter table mail add constraint no_mail check (operator_id <> '${clinics[1].id}') not valid`)
    await expect(execute(changeCalendar, ctx, change)).rejects.toThrow()
    await sql`alter table mail drop constraint no_mail`
    expect(await state()).toEqual(before)
    expect(isWorkingDay(await getCalendar(), '2026-09-14')).toBe(true)
    expect(await execute(changeCalendar, ctx, change)).toMatchObject({ ok: true, value: { moved: 2 } })
  })

  it('adds a year, provisional until its decree', async () => {
    const ctx = await atInstallation()
    expect((await listStoredYears(ctx)).map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027])
    const empty = await getStoredYear(ctx, 2028)
    expect(empty).toEqual({ year: 2028, status: 'provisional', source: '', storedAt: null, days: statutoryDays(2028) })
    const change = { year: 2028, status: 'provisional', source: 'Проект', days: empty.days, basedOn: null }
    expect(await execute(changeCalendar, ctx, change)).toEqual({ ok: true, value: { moved: 0 } })
    expect(await getStoredYear(ctx, 2028)).toEqual({ ...empty, source: 'Проект', storedAt: NOW.toISOString() })
    expect(await execute(changeCalendar, ctx, change)).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })
})

it('moves a duty that outlives the answer, and the queue with it', async () => {
  const clinic = await clinicOf('eco-smolensk')
  const filedAt = new Date('2026-06-01T09:00:00Z')
  const officer = await hire(clinic)
  const { requestId } = await fileAt(clinic, filedAt, { kind: 'deletion', ground: 'unneeded' })
  await take(officer, requestId, filedAt)
  const ctx = staffAt(officer, filedAt)
  await execute(saveAnswer, ctx, { requestId, outcome: 'fulfilled', letter: 'Удаляем.' })
  expect(await execute(releaseAnswer, ctx, { requestId, version: 1 })).toMatchObject({ ok: true })
  expect(await dueOf(requestId, 'destroy')).toBe('2026-06-10')

  const admin = await atInstallation()
  const change = await edited(admin, 2026, [['2026-06-09', 'holiday']])
  expect(await execute(changeCalendar, admin, change)).toMatchObject({ ok: true })
  expect(await clocksOf(requestId)).toEqual([
    { clock: 'destroy', dueOn: '2026-06-11', version: 2 },
    { clock: 'response', dueOn: '2026-07-01', version: 1 },
  ])
  const [row] = await sql`select state, next_due_on::text as next, closed_on from request where id = ${requestId}`
  expect(row).toEqual({ state: 'answered', next: '2026-06-11', closed_on: null })
  const [counted] = await sql`select sum(count)::int as n from queue_count where assignee_id = ${officer.actor.staffId}
    and due_on = '2026-06-11'`
  expect(counted?.['n']).toBe(1)
  expect(await noticesTo(officer)).toHaveLength(1)
})

describe('a date that is stored', () => {
  const another = postgres(superuserUrl, { max: 1 })
  afterAll(() => another.end())

  /** As another process does it: nothing tells this one. */
  const addDayOff = (date: string) =>
    another.begin(async (tx) => {
      await tx`insert into calendar_day (year, date, kind) values (2026, ${date}, 'day-off')`
      await tx`update calendar_year set version = version + 1 where year = 2026`
    })

  async function untilBlocked(count: number): Promise<void> {
    await expect
      .poll(() => sql`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
      .toHaveLength(count)
  }

  it('is counted by the calendar of now, whatever this process remembers', async () => {
    const clinic = await clinicOf('imvizhn')
    const officer = await hire(clinic)
    const now = new Date('2026-10-01T09:00:00Z')
    await getCalendar()
    await addDayOff('2026-10-06')
    expect(isWorkingDay(await getCalendar(), '2026-10-06')).toBe(true)
    const { requestId } = await fileAt(clinic, now)
    expect(await dueOf(requestId, 'answer')).toBe('2026-10-16')

    await take(officer, requestId, now)
    await addDayOff('2026-10-20')
    expect(isWorkingDay(await getCalendar(), '2026-10-20')).toBe(true)
    const [clock] = await sql`select id from request_clock where request_id = ${requestId} and clock = 'answer'`
    const extension = { requestId, clockId: clock?.['id'], reasons: 'Нужно запросить архив.' }
    expect(await execute(extendDeadline, staffAt(officer, now), extension)).toEqual({
      ok: true,
      value: { dueOn: '2026-10-26' },
    })
  })

  it('before a change, at the same moment, is moved by it', async () => {
    const clinic = await clinicOf('caop1')
    const now = new Date('2026-10-21T09:00:00Z')
    await fileAt(clinic, now)
    const ctx = await atInstallation()
    const change = await edited(ctx, 2026, [['2026-10-28', 'day-off']])
    const both = await another.begin(async (tx) => {
      await tx`select last from register_counter where operator_id = ${clinic.id} for update`
      const filing = fileAt(clinic, now)
      await untilBlocked(1)
      const changing = execute(changeCalendar, ctx, change)
      await untilBlocked(2)
      return { filing, changing }
    })
    expect(await both.changing).toMatchObject({ ok: true })
    expect(await clocksOf((await both.filing).requestId)).toContainEqual({
      clock: 'answer',
      dueOn: '2026-11-06',
      version: 2,
    })
  })

  it('during a change is counted by the new calendar', async () => {
    const clinic = await clinicOf('caop1')
    const ctx = await atInstallation()
    const change = await edited(ctx, 2026, [['2026-11-18', 'day-off']])
    const both = await another.begin(async (tx) => {
      await tx`select year from calendar_year where year = 2026 for update`
      const changing = execute(changeCalendar, ctx, change)
      await untilBlocked(1)
      const filing = fileAt(clinic, new Date('2026-11-11T09:00:00Z'))
      await untilBlocked(2)
      return { filing, changing }
    })
    expect(await both.changing).toMatchObject({ ok: true })
    expect(await clocksOf((await both.filing).requestId)).toContainEqual({
      clock: 'answer',
      dueOn: '2026-11-26',
      version: 1,
    })
  })

  it('of a request that is closed at the same moment stays as it was', async () => {
    const clinic = await clinicOf('medsystems')
    const { requestId } = await fileAt(clinic, new Date('2026-12-01T09:00:00Z'))
    const ctx = await atInstallation()
    const change = await edited(ctx, 2026, [['2026-12-08', 'day-off']])
    const changing = await another.begin(async (tx) => {
      await tx`select id from request where id = ${requestId} for update`
      const running = execute(changeCalendar, ctx, change)
      await untilBlocked(1)
      await tx`update request_clock set stopped_at = now(), stopped_on = '2026-12-01', ending = 'withdrawn' where request_id = ${requestId}`
      await tx`update request set state = 'withdrawn', next_due_on = null, next_clock = null where id = ${requestId}`
      return { running }
    })
    expect(await changing.running).toMatchObject({ ok: true })
    expect(await clocksOf(requestId)).toContainEqual({ clock: 'answer', dueOn: '2026-12-15', version: 1 })
  })
})

describe('two admins', () => {
  it('do not undo each other', async () => {
    const [first, second] = [await atInstallation(), await atInstallation('admin', new Date('2026-11-20T09:00:01Z'))]
    const { storedAt } = await getStoredYear(first, 2025)
    const one = { ...(await edited(first, 2025, [['2025-12-25', 'day-off']])), basedOn: storedAt }
    const two = { ...(await edited(second, 2025, [['2025-12-26', 'day-off']])), basedOn: storedAt }
    const results = await Promise.all([execute(changeCalendar, first, one), execute(changeCalendar, second, two)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: 'changed-meanwhile' }])
  })

  it('who change two years at once both count in a term through both', async () => {
    const clinic: Operator = await clinicOf('imed')
    const { requestId } = await fileAt(clinic, new Date('2026-12-18T09:00:00Z'))
    expect(await dueOf(requestId, 'answer')).toBe('2027-01-12')
    const [first, second] = [await atInstallation(), await atInstallation()]
    const changes = [
      [first, await edited(first, 2026, [['2026-12-23', 'holiday']])],
      [second, await edited(second, 2027, [['2027-01-12', 'holiday']])],
    ] as const
    await Promise.all(changes.map(([ctx, change]) => execute(changeCalendar, ctx, change)))
    expect(await dueOf(requestId, 'answer')).toBe('2027-01-14')
  })
})

describe('the draft', () => {
  const form = async (ctx: Context<StaffActor>, changes: object) => {
    const { days, storedAt } = await getStoredYear(ctx, 2024)
    const head = { year: '2024', status: 'official', source: 'Постановление', basedOn: storedAt }
    return { ...head, step: 'check', days: JSON.stringify(days), ...changes }
  }
  const drafted = async (ctx: Context<StaffActor>, raw: object, file?: string) => {
    const result = await draftCalendar(ctx, raw, file)
    if (!result.ok || !('draft' in result)) throw new Error(JSON.stringify(result))
    return result.draft
  }

  it('takes days and files, and stores nothing until it is applied', async () => {
    const ctx = await atInstallation()
    const before = await getStoredYear(ctx, 2024)
    const day = { step: 'day', date: '2024-12-24', kind: 'day-off', note: ' Проверка ' }
    const one = await drafted(ctx, await form(ctx, day))
    expect(one).toMatchObject({ changed: ['2024-12-24'], picked: '2024-12-24', view: { workingDays: 247 } })
    expect(one.days).toContainEqual({ date: '2024-12-24', kind: 'day-off', note: 'Проверка' })
    const days = JSON.stringify(one.days)
    const file = 'date,kind,note\r\n2024-01-01,holiday,Новый год\r\n'
    const read = await drafted(ctx, await form(ctx, { step: 'import', days }), file)
    expect(read.days).toEqual([{ date: '2024-01-01', kind: 'holiday', note: 'Новый год' }])
    expect(read.view.workingDays).toBe(261)
    expect(await getStoredYear(ctx, 2024)).toEqual(before)

    const unnamed = await drafted(ctx, await form(ctx, { step: 'apply', days, source: ' ' }))
    expect(unnamed).toMatchObject({ refused: 'source', changed: ['2024-12-24'] })
    const old = await drafted(ctx, await form(ctx, { step: 'apply', days, basedOn: '2020-01-01T00:00:00.000Z' }))
    expect(old.refused).toBe('changed-meanwhile')
    expect(await draftCalendar(ctx, await form(ctx, { step: 'apply', days }))).toEqual({ ok: true, moved: 0 })
    expect((await getStoredYear(ctx, 2024)).days).toEqual(one.days)
  })

  it.each([
    [{ step: 'day', date: '2023-12-24', kind: 'holiday' }, undefined, { fault: 'wrongDate' }],
    [{ step: 'day', date: '2024-12-24', kind: 'feast' }, undefined, { fault: 'wrongDate' }],
    [{ step: 'day', date: '2024-12-24', kind: 'holiday', note: 'x'.repeat(201) }, undefined, { fault: 'wrongNote' }],
    [{ step: 'import' }, undefined, { fault: 'noFile' }],
    [
      { step: 'import' },
      'date,kind,note\n2023-01-01,holiday,x\n',
      { importErrors: [{ line: 2, fault: 'other-year' }] },
    ],
  ])('keeps its days where %j is no step', async (changes, file, told) => {
    const ctx = await atInstallation()
    const draft = await drafted(ctx, await form(ctx, changes), file)
    expect(draft).toMatchObject({ ...told, changed: [] })
  })

  it.each([{ days: 'x' }, { days: '[]' }, { year: 'x' }, { step: 'drop' }])(
    'is none of ours with %j',
    async (changes) => {
      const ctx = await atInstallation()
      expect(await draftCalendar(ctx, await form(ctx, changes))).toEqual({ ok: false })
    },
  )

  it('is for admins', async () => {
    const ctx = await atInstallation('auditor')
    await expect(draftCalendar(ctx, await form(ctx, {}))).rejects.toThrow(NotFoundError)
    await expect(draftCalendar(ctx, await form(ctx, { step: 'apply' }))).rejects.toThrow(NotFoundError)
  })
})

describe('who may', () => {
  it.each(['officer', 'lead', 'auditor'] as const)('not the %s', async (role) => {
    const ctx = await atInstallation(role)
    const change = await edited(ctx, 2026, [['2026-10-14', 'holiday']])
    expect(await execute(changeCalendar, ctx, change)).toEqual({ ok: false, reason: 'not-allowed' })
    await expect(previewCalendarChange(ctx, change)).rejects.toThrow(NotFoundError)
  })

  it('not the admin of a clinic by that alone', async () => {
    const ctx = staffAt(await hire(await clinicOf('imed'), 'admin'), NOW)
    const change = await edited(ctx, 2026, [['2026-10-14', 'holiday']])
    expect(await execute(changeCalendar, ctx, change)).toEqual({ ok: false, reason: 'not-allowed' })
    await expect(previewCalendarChange(ctx, change)).rejects.toThrow(NotFoundError)
  })

  it('nobody, with days that make no year', async () => {
    const ctx = await atInstallation()
    const day = { date: '2026-10-14', kind: 'holiday', note: '' }
    const head = { year: 2026, status: 'official', source: 'x' }
    for (const days of [[], [day, day], [{ ...day, date: '2027-10-14' }], [{ ...day, date: '2026-02-30' }]]) {
      expect(await execute(changeCalendar, ctx, { ...head, days })).toMatchObject({ ok: false, reason: 'invalid' })
    }
    expect(await execute(changeCalendar, ctx, { ...head, source: ' ', days: [day] })).toMatchObject({
      fields: { source: ['required'] },
    })
  })
})
