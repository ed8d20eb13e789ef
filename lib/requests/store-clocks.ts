import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { reminder, request, requestClock } from '@/db/schema'
import type { CalendarDate } from '@/lib/core/calendar-date'
import type { Context } from '@/lib/core/context'
import { nextClock } from './verdicts'

export type ClockRow = typeof requestClock.$inferSelect

/** A case that is locked, and all its clocks as they shall be: those that stay are the same objects. */
export interface ClockChange {
  requestRow: Pick<typeof request.$inferSelect, 'id' | 'closedAt' | 'closedOn'> & {
    clocks: readonly ClockRow[]
  }
  clocks: readonly ClockRow[]
}

/**
 * The one writer of clocks once a request is filed: stores those that changed, and what follows from all of them. The
 * queue sorts by the next one; the request is closed when none runs, and open again when one does. However many cases,
 * the statements are as few.
 */
export async function storeClocks(tx: Transaction, ctx: Context, changes: readonly ClockChange[]): Promise<void> {
  const opened = changes.flatMap(({ requestRow, clocks }) =>
    clocks.filter(({ id }) => !requestRow.clocks.some((known) => known.id === id)),
  )
  if (opened.length > 0) await tx.insert(requestClock).values(opened)
  const gone = changes.flatMap(({ requestRow, clocks }) =>
    requestRow.clocks.map(({ id }) => id).filter((id) => !clocks.some((kept) => kept.id === id)),
  )
  if (gone.length > 0) {
    await tx.delete(reminder).where(inArray(reminder.clockId, gone))
    await tx.delete(requestClock).where(inArray(requestClock.id, gone))
  }
  await updateClocks(
    tx,
    changes.flatMap(({ requestRow, clocks }) =>
      clocks.filter((clock) => !requestRow.clocks.includes(clock) && !opened.includes(clock)),
    ),
  )
  await updateRequests(
    tx,
    changes.map(({ requestRow, clocks }) => ({ id: requestRow.id, ...whatFollows(ctx, clocks, requestRow) })),
  )
}

/** What the rest of the case says of its clocks. Throws where there is no response clock: every kind has one. */
export function whatFollows(
  { now, today }: Pick<Context, 'now' | 'today'>,
  clocks: readonly ClockRow[],
  closed: { closedAt: Date | null; closedOn: CalendarDate | null } = { closedAt: null, closedOn: null },
) {
  const next = nextClock(clocks)
  const response = clocks.find(({ clock }) => clock === 'response')
  if (!response) throw new Error('A request without a response clock')
  return {
    responseDueOn: response.dueOn,
    nextDueOn: next?.dueOn ?? null,
    nextClock: next?.clock ?? null,
    closedAt: next ? null : (closed.closedAt ?? now),
    closedOn: next ? null : (closed.closedOn ?? today),
  }
}

// As one parameter, however many rows: a calendar may move a hundred thousand clocks at once.
async function updateClocks(tx: Transaction, clocks: readonly ClockRow[]): Promise<void> {
  if (clocks.length === 0) return
  const rows = JSON.stringify(clocks.map((clock) => ({ ...clock, note: clock.note?.toString('hex') ?? null })))
  await tx.execute(sql`
    update ${requestClock} as c set started_on = n."startedOn", due_on = n."dueOn", deadline_version = n."deadlineVersion",
      extended_at = n."extendedAt", stopped_at = n."stoppedAt", stopped_on = n."stoppedOn", ending = n.ending,
      ended_by = n."endedBy", note = decode(n.note, 'hex')
    from jsonb_to_recordset(${rows}::text::jsonb) as n(id uuid, "startedOn" date, "dueOn" date, "deadlineVersion" int,
      "extendedAt" timestamptz, "stoppedAt" timestamptz, "stoppedOn" date, ending text, "endedBy" uuid, note text)
    where c.id = n.id`)
}

async function updateRequests(
  tx: Transaction,
  facts: readonly ({ id: string } & ReturnType<typeof whatFollows>)[],
): Promise<void> {
  if (facts.length === 0) return
  await tx.execute(sql`
    update ${request} as r set next_due_on = n."nextDueOn", next_clock = n."nextClock",
      response_due_on = n."responseDueOn", closed_at = n."closedAt", closed_on = n."closedOn"
    from jsonb_to_recordset(${JSON.stringify(facts)}::text::jsonb) as n(id uuid, "nextDueOn" date, "nextClock" text,
      "responseDueOn" date, "closedAt" timestamptz, "closedOn" date)
    where r.id = n.id`)
}
