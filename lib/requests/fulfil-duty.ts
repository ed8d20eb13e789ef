import { eq } from 'drizzle-orm'
import { request, requestClock } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { found } from '@/lib/core/errors'
import { z } from 'zod/mini'
import { nextClock } from './deadlines'
import { lockRequest } from './lock-request'
import { can } from './permissions'
import { decideFulfilment } from './rules'

/**
 * An officer records that a duty with a clock of its own is done: data blocked or corrected, mailings or processing
 * stopped, data destroyed (152-FZ 20(3), 21). Its clock stops; the answer to the person is still due.
 */
export const fulfilDuty = defineCommand({
  input: z.object({ requestId: z.uuid(), clockId: z.uuid() }),
  load: (tx, _ctx: Context<StaffActor>, input) => lockRequest(tx, input.requestId),
  allow: (actor, subject) => can(actor, 'fulfilDuty', subject),
  run: async (tx, ctx, subject, { clockId }) => {
    const clock = found(
      subject.clocks.find(({ id }) => id === clockId),
      'clock',
    )
    const decision = decideFulfilment(subject, clock)
    if (!decision.ok) return decision
    const stopped = { stoppedAt: ctx.now, stoppedOn: ctx.today }
    await tx.update(requestClock).set(stopped).where(eq(requestClock.id, clock.id))
    const next = nextClock(subject.clocks.map((each) => (each.id === clock.id ? { ...each, ...stopped } : each)))
    await tx
      .update(request)
      .set({ nextDueOn: next?.dueOn ?? null, nextClock: next?.clock ?? null })
      .where(eq(request.id, subject.id))
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: 'request.duty-fulfilled',
          requestId: subject.id,
          data: { clock: clock.clock, inTime: ctx.today <= clock.dueOn },
        },
      ],
    }
  },
})
