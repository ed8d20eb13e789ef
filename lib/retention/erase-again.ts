import { eq } from 'drizzle-orm'
import { erasure, request, staff } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand, execute } from '@/lib/core/command'
import { type Context, contextFor } from '@/lib/core/context'
import { isNotFound } from '@/lib/core/errors'
import { listOperators } from '@/lib/operators/queries'
import { lockRequest } from '@/lib/requests/lock-request'
import { type ClockRow, storeClocks } from '@/lib/requests/store-clocks'
import { isDuty } from '@/lib/requests/verdicts'
import { eraseData } from './erase'
import { type ErasureLine, erasureLine, readLists } from './list'

/**
 * After a restore: the data of a request that was erased since the backup go once more. The line of the register says again
 * what it said when they went, and no clock runs.
 */
export const eraseAgain = defineCommand({
  input: erasureLine,
  load: (tx, _ctx: Context<SystemActor>, { requestId }) => lockRequest(tx, requestId),
  allow: () => true,
  run: async (tx, ctx, requestRow, line) => {
    const { requestId, ground, state, outcome, refusalGround } = line
    const closed = { closedAt: new Date(line.closedAt), closedOn: line.closedOn }
    await tx
      .update(request)
      .set({ state, outcome, refusalGround: refusalGround ?? null })
      .where(eq(request.id, requestId))
    await storeClocks(tx, ctx, [
      { requestRow: { ...requestRow, ...closed }, clocks: requestRow.clocks.map((clock) => ended(clock, line)) },
    ])
    await eraseData(tx, requestId, ctx.now)
    const [by] = line.erasedBy ? await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, line.erasedBy)) : []
    await tx.insert(erasure).values({
      requestId,
      operatorId: requestRow.operatorId,
      ground,
      erasedAt: new Date(line.erasedAt),
      erasedBy: by?.id ?? null,
      listedAt: ctx.now,
    })
    return { ok: true, value: undefined, audit: [{ action: 'request.erased-again', requestId, data: { ground } }] }
  },
})

function ended(clock: ClockRow, { state, outcome, closedAt, closedOn }: ErasureLine): ClockRow {
  if (clock.stoppedOn !== null) return clock
  const ending =
    state === 'withdrawn' ? 'withdrawn' : outcome === 'refused' ? 'refused' : isDuty(clock.clock) ? 'done' : 'answered'
  return { ...clock, stoppedAt: new Date(closedAt), stoppedOn: closedOn, ending }
}

/** Does again whatever the lists name and this database does not know of. Returns how many requests that were. */
export async function eraseListed(now: Date): Promise<number> {
  const operators = new Map((await listOperators()).map((operator) => [operator.id, operator]))
  let again = 0
  for (const line of await readLists()) {
    const operator = operators.get(line.operatorId)
    if (!operator) continue
    const ctx = contextFor({ kind: 'system', operatorId: operator.id } as const, operator.timeZone, now)
    again += await execute(eraseAgain, ctx, line).then(
      () => 1,
      (error: unknown) => {
        // Erased already, or never in this database.
        if (isNotFound(error)) return 0
        throw error
      },
    )
  }
  return again
}
