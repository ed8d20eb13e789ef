import { eq, sql } from 'drizzle-orm'
import { request, requestClock } from '@/db/schema'
import { calendarHold } from '@/lib/calendar/hold'
import { getHeldCalendar } from '@/lib/calendar/queries'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { decideRestart, nextClock } from './deadlines'
import { lockRequest } from './lock-request'
import { can } from './permissions'
import { decideOpen } from './rules'
import { startEventSchema } from './staff-schemas'

/**
 * An officer records the day of the event that some clocks are counted from: the proof of what is wrong was provided
 * (152-FZ 20(3), 21(2)). Until then they run from the receipt. A day that was mistaken is recorded once more.
 */
export const recordStartEvent = defineCommand({
  input: startEventSchema,
  load: async (tx, _ctx: Context<StaffActor>, input) => {
    await tx.execute(sql`select ${calendarHold}`)
    return lockRequest(tx, input.requestId)
  },
  allow: (actor, subject) => can(actor, 'recordStartEvent', subject),
  run: async (tx, ctx, subject, { event, happenedOn }) => {
    const state = decideOpen(subject)
    if (!state.ok) return state
    const happened = { event, on: happenedOn }
    const decision = decideRestart(
      subject.clocks,
      happened,
      { receivedOn: subject.receivedOn, today: ctx.today },
      await getHeldCalendar(tx),
    )
    if (!decision.ok) return decision
    const restarted = new Map(decision.clocks.map((clock) => [clock.id, clock]))
    const clocks = subject.clocks.map((clock) => {
      const { startedOn, dueOn } = restarted.get(clock.id) ?? clock
      return dueOn === clock.dueOn && startedOn === clock.startedOn
        ? clock
        : { ...clock, startedOn, dueOn, deadlineVersion: clock.deadlineVersion + 1 }
    })
    for (const { id, startedOn, dueOn, deadlineVersion } of clocks.filter(({ id }) => restarted.has(id))) {
      await tx.update(requestClock).set({ startedOn, dueOn, deadlineVersion }).where(eq(requestClock.id, id))
    }
    const next = nextClock(clocks)
    await tx
      .update(request)
      .set({ nextDueOn: next?.dueOn ?? null, nextClock: next?.clock ?? null })
      .where(eq(request.id, subject.id))
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: 'request.start-recorded',
          requestId: subject.id,
          data: {
            event,
            on: happenedOn,
            clocks: clocks
              .filter(({ id }) => restarted.has(id))
              .map(({ id, clock, dueOn }) => `${clock} ${restarted.get(id)?.from} ${dueOn}`),
          },
        },
      ],
    }
  },
})
