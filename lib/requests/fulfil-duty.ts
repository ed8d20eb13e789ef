import type { Transaction } from '@/db/client'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { listTermRules } from '@/lib/operators/term-rules'
import { getRequestVault } from '@/lib/vault/request-vault'
import { clockRow } from './clock-row'
import { opensWithCorrection } from './deadlines'
import { type LockedRequest, lockRequest } from './lock-request'
import { canAsAssignee } from './permissions'
import { decideFulfilment, toldAtDay } from './rules'
import { fulfilDutySchema } from './staff-schemas'
import { type ClockRow, storeClocks } from './store-clocks'
import { howClockStands } from './verdicts'

/**
 * An officer records that a duty with a clock of its own is done: what, on which day (152-FZ 20(3), 21). Before the answer
 * or after it: the request closes with its last clock. With a correction the block of its data is due to be lifted (21(2)).
 */
export const fulfilDuty = defineCommand({
  input: fulfilDutySchema,
  load: (tx, _ctx: Context<StaffActor>, input) => lockRequest(tx, input.requestId),
  allow: (actor, requestRow) => canAsAssignee(actor, 'fulfilDuty', requestRow),
  run: async (tx, ctx, requestRow, { clockId, doneOn, note, ending, wasBlocked }) => {
    const clock = found(
      requestRow.clocks.find(({ id }) => id === clockId),
      'clock',
    )
    const decision = decideFulfilment(requestRow, clock, { ending, on: doneOn, today: ctx.today })
    if (!decision.ok) return toldAtDay(decision, 'doneOn')
    const vault = await getRequestVault(tx, requestRow.id)
    const ended: ClockRow = {
      ...clock,
      ...{ stoppedAt: ctx.now, stoppedOn: doneOn, ending, endedBy: ctx.actor.staffId },
      note: note === '' ? null : vault.seal('clock:note', clock.id, note),
    }
    const opened = wasBlocked && clock.clock === 'correct' ? await openLift(tx, requestRow, doneOn) : []
    const clocks = [...requestRow.clocks.map((each) => (each === clock ? ended : each)), ...opened]
    await storeClocks(tx, ctx, [{ requestRow, clocks }])
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: ending === 'done' ? 'request.duty-fulfilled' : 'request.duty-lapsed',
          requestId: requestRow.id,
          data: { clock: clock.clock, on: doneOn, ending, verdict: howClockStands(ended, ctx.today).is },
        },
      ],
    }
  },
})

/** The block that lasted for the check is lifted on the day of the correction. */
async function openLift(tx: Transaction, requestRow: LockedRequest, correctedOn: string): Promise<ClockRow[]> {
  const { id, operatorId, kind, requesterType, ground, scope } = requestRow
  const filed = { kind, requesterType, ground: ground ?? undefined, scope: scope ?? undefined }
  return opensWithCorrection(await listTermRules(tx), filed, correctedOn).map((each) => clockRow(id, operatorId, each))
}
