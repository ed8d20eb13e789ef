import type { SystemActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { type Context, contextFor } from '@/lib/core/context'
import { instantAt } from '@/lib/core/zoned'
import type { Operator } from '@/lib/operators/queries'
import { intendReminders } from './intend'
import { listWaitingRequests, mailReminders } from './mail-waiting'

/** Nobody is reminded of anything before this hour of the operator's day. */
const FIRST_HOUR = '08:00'

/** Sees to all that is due at an operator by `now`; again at once, or by several workers at once, changes nothing. */
export async function remindOfDeadlines(operator: Operator, now: Date): Promise<void> {
  const ctx = contextFor<SystemActor>({ kind: 'system', operatorId: operator.id }, operator.timeZone, now)
  if (now < instantAt(ctx.today, FIRST_HOUR, operator.timeZone)) return
  await execute(intendReminders, ctx, {})
  await mailAll(ctx)
}

/** One pass over the waiting requests; what another worker holds is theirs. */
async function mailAll(ctx: Context<SystemActor>): Promise<void> {
  let page = await listWaitingRequests(ctx, undefined)
  while (page.length > 0) {
    await execute(mailReminders, ctx, { requestIds: page })
    page = await listWaitingRequests(ctx, page.at(-1))
  }
}
