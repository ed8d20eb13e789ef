import { defineDatingCommand } from '@/lib/calendar/dating'
import type { StaffActor } from '@/lib/core/actor'
import type { Invalid, Refusal, Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { decideRestart } from './deadlines'
import { lockRequest } from './lock-request'
import { canAsAssignee } from './permissions'
import { decideOpen, toldAtDay } from './rules'
import { startEventSchema } from './staff-schemas'
import { storeClocks } from './store-clocks'

/**
 * An officer records the day of the event that some clocks are counted from: the proof of what is wrong was provided
 * (152-FZ 20(3), 21(2)), or unlawful processing detected (21(3)). Until then they run from the receipt. A day that was
 * mistaken is recorded once more.
 */
export const recordStartEvent = defineDatingCommand({
  input: startEventSchema,
  load: (tx, _ctx: Context<StaffActor>, input) => lockRequest(tx, input.requestId),
  allow: (actor, requestRow) => canAsAssignee(actor, 'recordStartEvent', requestRow),
  run: async (
    tx,
    ctx,
    requestRow,
    { event, happenedOn },
    calendar,
  ): Promise<Success<undefined> | Refusal<'closed' | 'no-such-clock'> | Invalid> => {
    const state = decideOpen(requestRow)
    if (!state.ok) return state
    const happened = { event, on: happenedOn }
    const decision = decideRestart(
      requestRow.clocks,
      happened,
      { receivedOn: requestRow.receivedOn, today: ctx.today },
      await calendar(),
    )
    if (!decision.ok) return toldAtDay(decision, 'happenedOn')
    const restarted = new Map(decision.clocks.map((clock) => [clock.id, clock]))
    const clocks = requestRow.clocks.map((clock) => {
      const { startedOn, dueOn } = restarted.get(clock.id) ?? clock
      return dueOn === clock.dueOn && startedOn === clock.startedOn
        ? clock
        : { ...clock, startedOn, dueOn, deadlineVersion: clock.deadlineVersion + 1 }
    })
    await storeClocks(tx, ctx, [{ requestRow, clocks }])
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: 'request.start-recorded',
          requestId: requestRow.id,
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
