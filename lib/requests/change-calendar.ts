import { eq, inArray, sql } from 'drizzle-orm'
import { setScope, type Transaction } from '@/db/client'
import { calendarDay, calendarYear, request, requestClock } from '@/db/schema'
import { appendAudit } from '@/lib/audit/append'
import { lockCalendar } from '@/lib/calendar/dating'
import { calendarFromDays, type ProductionCalendar } from '@/lib/calendar/model'
import { forgetCalendar } from '@/lib/calendar/queries'
import { INSTALLATION, type StaffActor } from '@/lib/core/actor'
import { isCalendarDate, yearOf } from '@/lib/core/calendar-date'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { NotFoundError } from '@/lib/core/errors'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import { enqueueJobs } from '@/lib/jobs/enqueue'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import { staffMails } from '@/lib/mail/staff-mails'
import { listOperators, type Operator } from '@/lib/operators/queries'
import { concernedBy } from '@/lib/people/concerned'
import { listColleagues } from '@/lib/people/queries'
import { line, requiredWords } from '@/lib/text/fields'
import { z } from 'zod/mini'
import type { LockedRequest } from './lock-request'
import { findMovedClocks, type MovedClock } from './moved-clocks'
import { storeClocks } from './store-clocks'

const LISTED = 20

export const changeCalendarSchema = z
  .object({
    year: z.int().check(z.gte(2000), z.lte(2100)),
    status: z.enum(['official', 'provisional']),
    source: requiredWords(300),
    days: z
      .array(
        z.object({
          date: z.string().check(z.refine(isCalendarDate, 'badDate')),
          kind: z.enum(['holiday', 'day-off', 'working']),
          note: z._default(line(200), ''),
        }),
      )
      .check(z.minLength(1, 'required'), z.maxLength(366)),
    /** When the year that was edited had been stored, as an ISO instant; null for one that was not there. */
    basedOn: z.optional(z.nullable(z.string())),
  })
  .check((ctx) => {
    const { year, days } = ctx.value
    const dates = days.map(({ date }) => date)
    const wrong =
      new Set(dates).size < dates.length || dates.some((date) => isCalendarDate(date) && yearOf(date) !== year)
    if (wrong) ctx.issues.push({ code: 'custom', message: 'badDate', path: ['days'], input: ctx.value })
  })
export type CalendarChange = z.output<typeof changeCalendarSchema>

export interface OperatorMoves {
  slug: string
  total: number
  /** The first few, by due date. */
  moved: Pick<MovedClock, 'reference' | 'clock' | 'from' | 'to'>[]
}

const mayChange = ({ role, operatorId }: StaffActor): boolean => role === 'admin' && operatorId === INSTALLATION

/** What a change would move, before anybody decides on it. It names requests, never people. Throws `NotFoundError`. */
export async function previewCalendarChange(
  ctx: Context<StaffActor>,
  change: CalendarChange,
): Promise<OperatorMoves[]> {
  if (!mayChange(ctx.actor)) throw new NotFoundError('calendar')
  return asActor(ctx.actor, async (tx) => {
    const calendar = await changedCalendar(tx, change)
    const previews: OperatorMoves[] = []
    for (const { id, slug } of await listOperators()) {
      await setScope(tx, { operatorId: id })
      const moved = await findMovedClocks(tx, id, calendar)
      previews.push({ slug, total: moved.length, moved: moved.slice(0, LISTED) })
    }
    return previews
  })
}

/**
 * Replaces a year of the production calendar and moves the open clocks that it moves, of every operator, each with an
 * audit event of its own and a notice to the officers concerned. All of it happens, or none.
 */
export const changeCalendar = defineCommand({
  input: changeCalendarSchema,
  // The whole calendar is locked: a term may run through two years, and each change reckons with the other.
  load: async (tx, _ctx: Context<StaffActor>, { year }) => {
    await lockCalendar(tx)
    const [row] = await tx.select().from(calendarYear).where(eq(calendarYear.year, year))
    return row
  },
  allow: (actor) => mayChange(actor),
  run: async (tx, ctx, stored, change): Promise<Success<{ moved: number }> | Refusal<'changed-meanwhile'>> => {
    const storedAt = stored?.updatedAt.toISOString() ?? null
    // The days are replaced as a whole: what another admin saved meanwhile must not get lost.
    if (change.basedOn !== undefined && change.basedOn !== storedAt) return { ok: false, reason: 'changed-meanwhile' }
    const calendar = await changedCalendar(tx, change)
    const { year, status, source, days } = change
    const values = { status, source, updatedAt: ctx.now }
    await tx
      .insert(calendarYear)
      .values({ year, ...values })
      .onConflictDoUpdate({ target: calendarYear.year, set: { ...values, version: sql`${calendarYear.version} + 1` } })
    await tx.delete(calendarDay).where(eq(calendarDay.year, year))
    await tx.insert(calendarDay).values(days.map((day) => ({ ...day, year })))

    let total = 0
    for (const operator of await listOperators()) {
      const scoped = { ...ctx, actor: { ...ctx.actor, operatorId: operator.id } }
      await setScope(tx, { operatorId: operator.id, staffId: ctx.actor.staffId })
      await lockOpenRequests(tx, operator.id)
      const moved = await findMovedClocks(tx, operator.id, calendar)
      total += moved.length
      if (moved.length > 0) await moveClocks(tx, scoped, operator, moved)
    }
    await setScope(tx, { operatorId: ctx.actor.operatorId, staffId: ctx.actor.staffId })
    forgetCalendar()
    return {
      ok: true,
      value: { moved: total },
      audit: [{ action: 'calendar.changed', data: { year, status, moved: total } }],
    }
  },
})

/** The calendar of the database with the change applied. */
async function changedCalendar(
  tx: Transaction,
  { year, status, source, days }: CalendarChange,
): Promise<ProductionCalendar> {
  const years = await tx.select().from(calendarYear)
  const stored = await tx.select().from(calendarDay)
  return calendarFromDays(
    [...years.filter((row) => row.year !== year), { year, status, source }],
    [...stored.filter((row) => row.year !== year), ...days],
  )
}

/** Locked as every command locks its request, before its clocks: none of these ends between what is read here and stored. */
async function lockOpenRequests(tx: Transaction, operatorId: string): Promise<void> {
  await tx.execute(sql`select count(*) from (select from ${request}
    where operator_id = ${operatorId} and next_due_on is not null order by id for update) as locked`)
}

/** The requests of the moved clocks, which are locked, with all their clocks. Their ids are one parameter, however many. */
async function lockedCases(tx: Transaction, moved: readonly MovedClock[]): Promise<LockedRequest[]> {
  const ids = JSON.stringify([...new Set(moved.map(({ requestId }) => requestId))])
  const among = sql`(select value::uuid from jsonb_array_elements_text(${ids}::text::jsonb))`
  const requests = await tx.select().from(request).where(inArray(request.id, among))
  const clocks = await tx.select().from(requestClock).where(inArray(requestClock.requestId, among))
  const byRequest = Map.groupBy(clocks, ({ requestId }) => requestId)
  return requests.map((row) => ({ ...row, clocks: byRequest.get(row.id) ?? [] }))
}

async function moveClocks(
  tx: Transaction,
  ctx: Context<StaffActor>,
  operator: Operator,
  moved: MovedClock[],
): Promise<void> {
  const newDates = new Map(moved.map(({ id, to }) => [id, to]))
  const changes = (await lockedCases(tx, moved)).map((requestRow) => ({
    requestRow,
    clocks: requestRow.clocks.map((clock) => {
      const dueOn = newDates.get(clock.id)
      return dueOn ? { ...clock, dueOn, deadlineVersion: clock.deadlineVersion + 1 } : clock
    }),
  }))
  await storeClocks(tx, ctx, changes)
  await appendAudit(
    tx,
    ctx,
    moved.map(({ requestId, clock, from, to }) => ({
      action: 'request.deadline-moved',
      requestId,
      data: { clock, from, to },
    })),
  )
  await enqueueJobs(tx, await queueMails(tx, ctx, await notices(tx, ctx, operator, moved)))
}

/** One mail a colleague, of the cases that concern them. */
async function notices(
  tx: Transaction,
  ctx: Context<StaffActor>,
  operator: Operator,
  moved: MovedClock[],
): Promise<MailIntent[]> {
  const colleagues = await listColleagues(tx, operator.id)
  const byColleague = Map.groupBy(
    moved.flatMap((each) => concernedBy(colleagues, each).map(({ id }) => ({ id, each }))),
    ({ id }) => id,
  )
  const concerned = colleagues.filter(({ id }) => byColleague.has(id))
  return staffMails(concerned, ({ id, locale }) => {
    const theirs = byColleague.get(id) ?? []
    return {
      template: 'due-dates-moved',
      intentKey: `due-dates-moved:${id}:${ctx.now.getTime()}`,
      props: {
        moved: theirs.slice(0, LISTED).map(({ each: { reference, requestId, clock, from, to } }) => ({
          number: reference,
          clock,
          previousDueOn: from,
          dueOn: to,
          url: portalUrl(paths.request(locale, operator.slug, requestId)),
        })),
        total: theirs.length,
        queueUrl: portalUrl(paths.queue(locale, operator.slug)),
      },
    }
  })
}
