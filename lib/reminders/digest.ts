import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { mail, queueCount, reminder, request, requestClock } from '@/db/schema'
import { getCalendar } from '@/lib/calendar/queries'
import { isWorkingDay } from '@/lib/calendar/working-days'
import type { SystemActor } from '@/lib/core/actor'
import { type CalendarDate, compareDates } from '@/lib/core/calendar-date'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import { getOperator } from '@/lib/operators/queries'
import { clockLines } from '@/lib/requests/clock-lines'
import { type Colleague, listColleagues } from '@/lib/people/queries'
import { z } from 'zod/mini'
import { isStillTrue } from './still-true'

/** A digest lists so many; the rest is in the queue that it links to. */
const MOST = 50
const NOBODY = '00000000-0000-0000-0000-000000000000'

type Reason = 'no-colleague' | 'nothing-to-tell' | 'sent-already'

export const digestKey = (staffId: string, on: CalendarDate) => `digest:${staffId}:${on}`

/** One mail a day to a person who wants one instead of many. On a day off, or with nothing open, only if reminders wait. */
export const sendDigest = defineCommand({
  input: z.object({ staffId: z.uuid() }),

  load: async (tx, ctx: Context<SystemActor>, { staffId }) => {
    const reader = (await listColleagues(tx, ctx.actor.operatorId)).find(({ id }) => id === staffId)
    const rows = await tx
      .select({ id: reminder.id, live: isStillTrue, clock: requestClock, reference: request.reference })
      .from(reminder)
      .innerJoin(requestClock, eq(requestClock.id, reminder.clockId))
      .innerJoin(request, eq(request.id, reminder.requestId))
      .where(
        and(
          eq(reminder.operatorId, ctx.actor.operatorId),
          eq(reminder.recipientId, staffId),
          isNull(reminder.mailId),
          isNull(reminder.cancelledAt),
          ne(reminder.dueOn, ctx.today),
        ),
      )
      .for('update', { of: reminder, skipLocked: true })
    return { reader, rows }
  },
  allow: () => true,

  run: async (tx, ctx, { reader, rows }): Promise<Success<undefined> | Refusal<Reason>> => {
    if (!reader) return { ok: false, reason: 'no-colleague' }
    const calendar = await getCalendar()
    const counts = await countOpen(tx, ctx, reader)
    const live = rows.filter((row) => row.live)
    const isQuiet = counts.open === 0 || !isWorkingDay(calendar, ctx.today)
    if (live.length === 0 && isQuiet) return { ok: false, reason: 'nothing-to-tell' }

    const { slug } = await getOperator(ctx.actor.operatorId)
    const items = [...Map.groupBy(live, ({ reference }) => reference)].flatMap(([number, group]) => {
      const [earliest] = group.map(({ clock }) => clock).sort((a, b) => compareDates(a.dueOn, b.dueOn))
      const url = portalUrl(paths.request(reader.locale, slug, earliest?.requestId ?? ''))
      return earliest ? clockLines([earliest], ctx.today, calendar).map((line) => ({ ...line, number, url })) : []
    })
    const intent: MailIntent<'digest'> = {
      template: 'digest',
      locale: reader.locale,
      to: reader.email,
      staffId: reader.id,
      intentKey: digestKey(reader.id, ctx.today),
      props: {
        on: ctx.today,
        ...counts,
        items: items.sort((a, b) => compareDates(a.dueOn, b.dueOn)).slice(0, MOST),
        queueUrl: portalUrl(paths.queue(reader.locale, slug)),
      },
    }
    const jobs = await queueMails(tx, ctx, [intent])
    if (jobs.length === 0) return { ok: false, reason: 'sent-already' }
    const mailId = tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(eq(mail.operatorId, ctx.actor.operatorId), eq(mail.intentKey, intent.intentKey)))
    const idsOf = (group: typeof rows) => group.map(({ id }) => id)
    const gone = rows.filter((row) => !row.live)
    await tx
      .update(reminder)
      .set({ mailId: sql`${mailId}` })
      .where(inArray(reminder.id, idsOf(live)))
    await tx
      .update(reminder)
      .set({ cancelledAt: ctx.now })
      .where(inArray(reminder.id, idsOf(gone)))
    return {
      ok: true,
      value: undefined,
      audit: [
        {
          action: 'reminder.intended',
          data: { on: ctx.today, mails: 1, mailed: live.length, cancelled: gone.length, digest: true },
        },
      ],
      jobs,
    }
  },
})

/** What the reader's queue holds: theirs and nobody's, or for a lead all of it. */
async function countOpen(tx: Transaction, { actor, today }: Context, { id, role }: Colleague) {
  const total = (condition?: ReturnType<typeof sql>) =>
    sql<number>`coalesce(sum(${queueCount.count}) ${condition ? sql`filter (where ${condition})` : sql``}, 0)::int`
  const [row] = await tx
    .select({
      open: total(),
      overdue: total(sql`${queueCount.dueOn} < ${today}`),
      dueToday: total(sql`${queueCount.dueOn} = ${today}`),
    })
    .from(queueCount)
    .where(
      and(
        eq(queueCount.operatorId, actor.operatorId),
        role === 'lead' ? undefined : inArray(queueCount.assigneeId, [id, NOBODY]),
      ),
    )
  return row ?? { open: 0, overdue: 0, dueToday: 0 }
}
