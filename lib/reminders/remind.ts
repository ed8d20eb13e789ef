import { inArray } from 'drizzle-orm'
import { mail } from '@/db/schema'
import type { SystemActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { type Context, contextFor } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { instantAt } from '@/lib/core/zoned'
import type { Operator } from '@/lib/operators/queries'
import { digestKey, sendDigest } from './digest'
import { intendReminders } from './intend'
import { listWaitingRequests, mailReminders } from './mail-waiting'
import { FIRST_HOUR } from './schemas'
import { listReminderPreferences } from './settings'
import { mailUnreadAnswers } from './unread-answers'

/** Sees to all that is due at an operator by `now`; again at once, or by several workers at once, changes nothing. */
export async function remindOfDeadlines({ id, timeZone }: Operator, now: Date): Promise<void> {
  const ctx = contextFor<SystemActor>({ kind: 'system', operatorId: id }, timeZone, now)
  const isPast = (hour: number) => now >= instantAt(ctx.today, `${String(hour).padStart(2, '0')}:00`, timeZone)
  if (!isPast(FIRST_HOUR)) return
  await execute(intendReminders, ctx, {})
  await mailWaiting(ctx)
  await sendDigests(ctx, isPast)
  await mailUnread(ctx)
}

/** One pass over the waiting requests; what another worker holds is theirs. */
async function mailWaiting(ctx: Context<SystemActor>): Promise<void> {
  let page = await listWaitingRequests(ctx, undefined)
  while (page.length > 0) {
    await execute(mailReminders, ctx, { requestIds: page })
    page = await listWaitingRequests(ctx, page.at(-1))
  }
}

async function sendDigests(ctx: Context<SystemActor>, isPast: (hour: number) => boolean): Promise<void> {
  const readers = await asActor(ctx.actor, async (tx) => {
    const preferences = [...(await listReminderPreferences(tx)).values()]
    const due = preferences.filter(({ digest, digestHour }) => digest && isPast(digestHour))
    const keys = due.map(({ staffId }) => digestKey(staffId, ctx.today))
    const sent = await tx.select({ key: mail.intentKey }).from(mail).where(inArray(mail.intentKey, keys))
    return due.filter(({ staffId }) => !sent.some(({ key }) => key === digestKey(staffId, ctx.today)))
  })
  for (const { staffId } of readers) await execute(sendDigest, ctx, { staffId })
}

async function mailUnread(ctx: Context<SystemActor>): Promise<void> {
  while ((await execute(mailUnreadAnswers, ctx, {})).ok);
}
