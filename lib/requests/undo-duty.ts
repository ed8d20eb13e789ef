import { defineDatingCommand } from '@/lib/calendar/dating'
import { dueOn } from '@/lib/calendar/terms'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { localDate } from '@/lib/core/zoned'
import { getOperator } from '@/lib/operators/queries'
import { z } from 'zod/mini'
import { termOf } from './deadlines'
import { lockRequest } from './lock-request'
import { canAsAssignee } from './permissions'
import { decideUndo } from './rules'
import { type ClockRow, storeClocks } from './store-clocks'

/**
 * An officer takes back a duty that was recorded as done by a slip. Its clock runs on, to the date that the calendar of
 * today gives it, under a new version, so that it is reminded of again; what opened with a correction goes with it.
 */
export const undoDuty = defineDatingCommand({
  input: z.object({ requestId: z.uuid(), clockId: z.uuid() }),
  load: (tx, _ctx: Context<StaffActor>, input) => lockRequest(tx, input.requestId),
  allow: (actor, requestRow) => canAsAssignee(actor, 'fulfilDuty', requestRow),
  run: async (tx, ctx, requestRow, { clockId }, calendar) => {
    const clock = found(
      requestRow.clocks.find(({ id }) => id === clockId),
      'clock',
    )
    const { timeZone } = await getOperator(ctx.actor.operatorId)
    const recordedOn = clock.stoppedAt && localDate(clock.stoppedAt, timeZone)
    const decision = decideUndo(requestRow, clock, { recordedOn, today: ctx.today })
    if (!decision.ok) return decision
    const running: ClockRow = {
      ...clock,
      ...{ stoppedAt: null, stoppedOn: null, ending: null, endedBy: null, note: null },
      dueOn: dueOn(await calendar(), clock.startedOn, termOf(clock), clock.rollForward),
      deadlineVersion: clock.deadlineVersion + 1,
    }
    const kept = requestRow.clocks.filter((each) => clock.clock !== 'correct' || each.countedFrom !== 'correction')
    const clocks = kept.map((each) => (each === clock ? running : each))
    await storeClocks(tx, ctx, [{ requestRow, clocks }])
    return {
      ok: true,
      value: undefined,
      audit: [
        { action: 'request.duty-undone', requestId: requestRow.id, data: { clock: clock.clock, to: running.dueOn } },
      ],
    }
  },
})
