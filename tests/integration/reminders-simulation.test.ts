import { expect, it } from 'vitest'
import { defaultMilestones } from '@/lib/calendar/milestones'
import { getCalendar } from '@/lib/calendar/queries'
import { addDays } from '@/lib/core/calendar-date'
import { execute } from '@/lib/core/command'
import { instantAt, localDate } from '@/lib/core/zoned'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { seeded } from '@/lib/demo/random'
import type { Operator } from '@/lib/operators/queries'
import { expectIntents, type Sweep, type Version } from '@/lib/reminders/simulation.test-support'
import { extendDeadline } from '@/lib/requests/extend-deadline'
import { type Officer, hire, staffAt } from '../support/domain'
import { clinicsIn, file, putInHandsOf, sweepAt } from '../support/reminding'

// The short form, on a real database, of lib/reminders/simulation.test.ts.
const ZONE = 'Asia/Yekaterinburg'
const FIRST_DAY = '2026-12-01'
const DAYS = 40
const { sql, next } = clinicsIn([ZONE, ZONE])

const draw = seeded('reminders')
const letter = { outcome: 'fulfilled' as const, letter: 'Ваши данные…' }

interface Clock {
  id: string
  clock: string
  startedOn: string
  dueOn: string
  unit: Version['unit']
}

/** The requests of the days, each with the versions of its clocks as the commands made them. */
async function act(clinic: Operator, officer: Officer) {
  const versions: Version[] = []
  const events: { at: Date; run: (now: Date) => Promise<void> }[] = []
  const clocksOf = (requestId: string) => sql<Clock[]>`
    select id, clock, started_on::text as "startedOn", due_on::text as "dueOn", unit from request_clock
    where request_id = ${requestId}`
  const begin = ({ id, startedOn, dueOn, unit }: Clock, n: number, now: Date) =>
    versions.push({ id: `${id} ${n}`, startedOn, dueOn, unit, group: '', from: now.getTime(), to: Infinity })
  const end = (ids: readonly string[], now: Date) => {
    for (const version of versions) {
      if (ids.some((id) => version.id.startsWith(id)) && version.to === Infinity) version.to = now.getTime()
    }
  }
  const moment = (day: number) => new Date(Date.parse(`${FIRST_DAY}T00:00:00Z`) + day * 86_400_000)

  for (let day = 0; day < DAYS - 5; day += 3) {
    let requestId = ''
    const kind = day % 2 === 0 ? ('access' as const) : ('blocking' as const)
    const filing = day + draw()
    events.push({
      at: moment(filing),
      run: async (now) => {
        requestId = await file(clinic, now.toISOString(), { kind })
        await putInHandsOf(sql, requestId, officer)
        for (const clock of await clocksOf(requestId)) begin(clock, 1, now)
      },
    })
    if (draw() < 0.5) {
      events.push({
        at: moment(filing + 1 + draw() * 6),
        run: async (now) => {
          const before = await clocksOf(requestId)
          const clockId = before.find(({ clock }) => clock === 'answer' || clock === 'check')?.id ?? ''
          const ctx = staffAt(officer, now)
          expect(await execute(extendDeadline, ctx, { requestId, clockId, reasons: 'Архив' })).toMatchObject({
            ok: true,
          })
          end([clockId], now)
          for (const clock of await clocksOf(requestId)) if (clock.id === clockId) begin(clock, 2, now)
        },
      })
    }
    if (draw() < 0.6) {
      events.push({
        at: moment(filing + 8 + draw() * 30),
        run: async (now) => {
          const ctx = staffAt(officer, now)
          await execute(saveAnswer, ctx, { requestId, ...letter })
          expect(await execute(releaseAnswer, ctx, { requestId, version: 1 })).toMatchObject({ ok: true })
          // What is not answered outlives the letter.
          const isDone = ({ clock }: Clock) => clock === 'response' || clock === 'answer'
          const ended = (await clocksOf(requestId)).filter(isDone)
          end(
            ended.map(({ id }) => id),
            now,
          )
        },
      })
    }
  }
  return { versions, events }
}

it.each(['none', 'random days'])(
  'each milestone has its one intent; downtime of the worker: %s',
  { timeout: 300_000 },
  async (pattern) => {
    const clinic = next()
    const [officer, lead] = [await hire(sql, clinic), await hire(sql, clinic, 'lead')]
    const { versions, events } = await act(clinic, officer)
    const sweeps: Sweep[] = []
    for (let day = 0, downFor = 0; day < DAYS; day += 1, downFor -= 1) {
      if (pattern === 'random days' && downFor <= 0 && draw() < 0.2) downFor = 1 + Math.floor(draw() * 5)
      for (const hour of downFor > 0 ? [] : ['01:00', '05:00', '16:00']) {
        const now = new Date(`${addDays(FIRST_DAY, day)}T${hour}:00Z`)
        events.push({ at: now, run: () => sweepAt(clinic, now.toISOString()) })
        const today = localDate(now, ZONE)
        if (now >= instantAt(today, '08:00', ZONE)) sweeps.push({ at: now.getTime(), today })
      }
    }
    const last = `${addDays(FIRST_DAY, DAYS)}T00:00:00Z`
    for (const event of events.sort((a, b) => a.at.getTime() - b.at.getTime())) {
      if (event.at < new Date(last)) await event.run(event.at)
    }
    for (const version of versions) version.to = Math.min(version.to, Date.parse(last))

    const calendar = await getCalendar()
    const stored = async (person: Officer) => {
      const rows = await sql<{ key: string; at: Date }[]>`
      select clock_id || ' ' || deadline_version || ' ' || milestone as key, created_at as at from reminder
      where recipient_id = ${person.id}`
      return new Map(rows.map(({ key, at: instant }) => [key, localDate(instant, ZONE)]))
    }
    const forOfficer = expectIntents(calendar, versions, sweeps, defaultMilestones)
    const forLead = expectIntents(calendar, versions, sweeps, { ...defaultMilestones, daysBefore: [1, 0] })
    process.stdout.write(`${pattern}: ${forOfficer.intents.size} intended, ${JSON.stringify(forOfficer.others)}\n`)
    expect(forOfficer.intents.size).toBeGreaterThan(40)
    expect(await stored(officer)).toEqual(forOfficer.intents)
    expect(await stored(lead)).toEqual(forLead.intents)
    const unmailed =
      await sql`select from reminder where operator_id = ${clinic.id} and mail_id is null and cancelled_at is null`
    expect(unmailed).toHaveLength(0)
  },
)
