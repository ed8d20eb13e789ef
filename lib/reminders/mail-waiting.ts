import { and, asc, eq, gt, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { reminder, request, requestClock } from '@/db/schema'
import type { ProductionCalendar } from '@/lib/calendar/model'
import { getCalendar } from '@/lib/calendar/queries'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import type { JobDraft } from '@/lib/jobs/enqueue'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import { getOperator } from '@/lib/operators/queries'
import { clockLines } from '@/lib/requests/clock-lines'
import { type Colleague, listColleagues } from '@/lib/people/queries'
import { z } from 'zod/mini'
import { isStillTrue } from './still-true'
import { getReminderSettings, listReminderPreferences, type ReminderSettings } from './settings'

/** Requests a page; and mails a statement, which keeps its parameters below PostgreSQL's 65,535. */
const PAGE = 300
const CHUNK = 500

const isWaiting = and(isNull(reminder.mailId), isNull(reminder.cancelledAt))

/**
 * A page of requests with reminders to be mailed, in order of id. What is held for somebody's digest is left out; what
 * is due today is never held.
 */
export function listWaitingRequests(ctx: Context<SystemActor>, after: string | undefined): Promise<string[]> {
  return asActor(ctx.actor, async (tx) => {
    const digestReaders = await listDigestReaders(tx)
    const rows = await tx
      .select({ id: reminder.requestId })
      .from(reminder)
      .where(
        and(
          eq(reminder.operatorId, ctx.actor.operatorId),
          isWaiting,
          after === undefined ? undefined : gt(reminder.requestId, after),
          digestReaders.length === 0
            ? undefined
            : or(
                isNull(reminder.recipientId),
                notInArray(reminder.recipientId, digestReaders),
                eq(reminder.dueOn, ctx.today),
              ),
        ),
      )
      .groupBy(reminder.requestId)
      .orderBy(asc(reminder.requestId))
      .limit(PAGE)
    return rows.map(({ id }) => id)
  })
}

async function listDigestReaders(tx: Transaction): Promise<string[]> {
  const preferences = await listReminderPreferences(tx)
  return [...preferences.values()].filter(({ digest }) => digest).map(({ staffId }) => staffId)
}

/**
 * Turns the waiting reminders of some requests into mails, one a recipient and request; those no longer true are
 * cancelled. A request that is locked, by another worker or by an officer's change, is left for the next sweep.
 */
export const mailReminders = defineCommand({
  input: z.object({ requestIds: z.array(z.uuid()) }),

  load: async (tx, _ctx: Context<SystemActor>, { requestIds }) => {
    const requests = await tx
      .select()
      .from(request)
      .where(inArray(request.id, requestIds))
      .for('no key update', { skipLocked: true })
    const locked = requests.map(({ id }) => id)
    const rows = await tx
      .select({ row: reminder, live: isStillTrue, clock: requestClock })
      .from(reminder)
      .innerJoin(requestClock, eq(requestClock.id, reminder.clockId))
      .where(and(inArray(reminder.requestId, locked), isWaiting))
      .orderBy(asc(reminder.id))
      .for('update', { of: reminder })
    return { requests: new Map(requests.map((each) => [each.id, each])), rows }
  },
  allow: () => true,

  run: async (tx, ctx, { requests, rows }): Promise<Success<{ mails: number }> | Refusal<'nothing-waits'>> => {
    const settings = await getReminderSettings(tx)
    const colleagues = new Map((await listColleagues(tx, ctx.actor.operatorId)).map((each) => [each.id, each]))
    const digestReaders = new Set(await listDigestReaders(tx))
    const isHeld = ({ row }: Waiting) =>
      row.recipientId !== null && digestReaders.has(row.recipientId) && row.dueOn !== ctx.today
    const canReach = ({ row }: Waiting) =>
      row.recipientId === null ? settings.escalation !== undefined : colleagues.has(row.recipientId)

    const gone = rows.filter((each) => !each.live || !canReach(each))
    const due = rows.filter((each) => each.live && canReach(each) && !isHeld(each))
    if (gone.length + due.length === 0) return { ok: false, reason: 'nothing-waits' }

    const { slug } = await getOperator(ctx.actor.operatorId)
    const shared = { ctx, slug, settings, colleagues, calendar: await getCalendar() }
    const groups = Map.groupBy(due, ({ row }) => `${row.requestId}:${row.recipientId}`)
    const mails = [...groups.values()].flatMap((group) => {
      const requestRow = requests.get(group[0]?.row.requestId ?? '')
      return requestRow ? [{ intent: intentFor(shared, requestRow, group), ids: group.map(({ row }) => row.id) }] : []
    })
    const jobs: JobDraft[] = []
    for (let start = 0; start < mails.length; start += CHUNK) {
      const chunk = mails.slice(start, start + CHUNK)
      jobs.push(
        ...(await queueMails(
          tx,
          ctx,
          chunk.map(({ intent }) => intent),
        )),
      )
      await linkMails(tx, ctx, chunk)
    }
    if (gone.length > 0) {
      await tx
        .update(reminder)
        .set({ cancelledAt: ctx.now })
        .where(
          inArray(
            reminder.id,
            gone.map(({ row }) => row.id),
          ),
        )
    }
    return {
      ok: true,
      value: { mails: mails.length },
      audit: [
        {
          action: 'reminder.intended',
          data: { on: ctx.today, mails: mails.length, mailed: due.length, cancelled: gone.length },
        },
      ],
      jobs,
    }
  },
})

interface Waiting {
  row: typeof reminder.$inferSelect
  live: boolean
  clock: typeof requestClock.$inferSelect
}

interface Shared {
  ctx: Context
  slug: string
  settings: ReminderSettings
  colleagues: ReadonlyMap<string, Colleague>
  calendar: ProductionCalendar
}

function intentFor(
  { ctx, slug, settings, colleagues, calendar }: Shared,
  requestRow: typeof request.$inferSelect,
  group: readonly Waiting[],
): MailIntent {
  const recipient = colleagues.get(group[0]?.row.recipientId ?? '')
  const clocks = clockLines(
    group.map(({ clock }) => clock),
    ctx.today,
    calendar,
  )
  const intentKey = `reminder:${group.map(({ row }) => row.id).join(',')}`
  const urlIn = (locale: Colleague['locale']) => portalUrl(paths.request(locale, slug, requestRow.id))
  if (recipient) {
    return {
      template: 'deadline-reminder',
      locale: recipient.locale,
      to: recipient.email,
      requestId: requestRow.id,
      staffId: recipient.id,
      intentKey,
      // Whoever files can cause these in any number.
      ...(group.every(({ clock }) => clock.startedOn === ctx.today) && { foldAs: 'same-day-reminder' as const }),
      props: { number: requestRow.reference, clocks, url: urlIn(recipient.locale) },
    } satisfies MailIntent<'deadline-reminder'>
  }
  const { email, locale } = settings.escalation ?? { email: '', locale: 'ru' as const }
  const officerName = colleagues.get(requestRow.assigneeId ?? '')?.name
  return {
    template: 'escalation',
    locale,
    to: email,
    requestId: requestRow.id,
    intentKey,
    props: { number: requestRow.reference, clocks, ...(officerName && { officerName }), url: urlIn(locale) },
  } satisfies MailIntent<'escalation'>
}

/** Tells each reminder its mail: from now on it is nobody else's to send. */
async function linkMails(
  tx: Transaction,
  { actor }: Context,
  mails: readonly { intent: MailIntent; ids: readonly string[] }[],
): Promise<void> {
  const links = mails.flatMap(({ intent, ids }) => ids.map((id) => ({ id, key: intent.intentKey })))
  await tx.execute(sql`
    update reminder set mail_id = mail.id
    from jsonb_to_recordset(${JSON.stringify(links)}::text::jsonb) as link(id uuid, key text)
    join mail on mail.operator_id = ${actor.operatorId} and mail.intent_key = link.key
    where reminder.id = link.id`)
}
