import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { request } from '@/db/schema'
import type { AuditDraft } from '@/lib/audit/append'
import type { CalendarDate } from '@/lib/core/calendar-date'
import type { Context } from '@/lib/core/context'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import type { JobDraft } from '@/lib/jobs/enqueue'
import { type MailIntent, queueMails } from '@/lib/mail/outbox'
import { getOperator } from '@/lib/operators/queries'
import type { Colleague } from '@/lib/people/queries'
import { z } from 'zod/mini'

const QUEUE = 'queue'
const target = z.union([z.literal(QUEUE), z.uuid()], 'badChoice')

/** What becomes of somebody's open cases: of each that is named, and of the rest. To a colleague (an id), or to the queue. */
export const handOverFields = {
  rest: z._default(target, QUEUE),
  cases: z._default(z.record(z.string(), target), {}),
}

/** The colleagues who are named. */
export const heirsOf = ({ rest, cases }: { rest: string; cases: Record<string, string> }): string[] =>
  [rest, ...Object.values(cases)].filter((to) => to !== QUEUE)

interface OpenCase {
  id: string
  nextDueOn: CalendarDate | null
}

/** The open cases of somebody, locked until the transaction ends, so that none is taken or closed meanwhile. */
export function lockCasesOf(tx: Transaction, operatorId: string, staffId: string): Promise<OpenCase[]> {
  return tx
    .select({ id: request.id, nextDueOn: request.nextDueOn })
    .from(request)
    .where(and(eq(request.operatorId, operatorId), eq(request.assigneeId, staffId), isNull(request.closedOn)))
    .orderBy(asc(request.id))
    .for('update')
}

interface HandOver {
  /** Whose cases they were. */
  from: string
  open: readonly OpenCase[]
  rest: string
  cases: Record<string, string>
  /** Who may get some. */
  colleagues: readonly Colleague[]
}

/**
 * Puts cases into other hands, or back into the queue, where they are new again: nobody works on them. A colleague gets one
 * letter, however many cases it is. Refuses where somebody is named who cannot get any.
 */
export async function handOver(
  tx: Transaction,
  ctx: Context,
  { from, open, rest, cases, colleagues }: HandOver,
): Promise<{ ok: true; audit: AuditDraft[]; jobs: JobDraft[] } | { ok: false; reason: 'not-a-colleague' }> {
  const audit: AuditDraft[] = []
  const mails: MailIntent[] = []
  for (const [to, group] of Map.groupBy(open, ({ id }) => cases[id] ?? rest)) {
    const colleague = colleagues.find(({ id }) => id === to && id !== from)
    if (to !== QUEUE && !colleague) return { ok: false, reason: 'not-a-colleague' }
    const ids = group.map(({ id }) => id)
    await putInto(tx, ids, colleague?.id ?? null)
    for (const requestId of ids) {
      if (colleague) audit.push({ action: 'request.assigned', requestId, data: { from, to } })
      else audit.push({ action: 'request.returned', requestId, data: { from } })
    }
    if (colleague) mails.push(...(await letterTo(ctx, colleague, from, group)))
  }
  return { ok: true, audit, jobs: await queueMails(tx, ctx, mails) }
}

/** Into the hands of somebody, or of nobody; what is answered already stays answered. */
export const putInto = (tx: Transaction, requestIds: readonly string[], assigneeId: string | null) =>
  tx
    .update(request)
    .set({
      assigneeId,
      state: sql`case when ${request.state} in ('registered', 'in-progress')
        then ${assigneeId ? 'in-progress' : 'registered'} else ${request.state} end`,
    })
    .where(inArray(request.id, [...requestIds]))

async function letterTo(
  ctx: Context,
  { id, email, locale }: Colleague,
  from: string,
  group: readonly OpenCase[],
): Promise<MailIntent<'requests-taken-over'>[]> {
  if (ctx.actor.kind === 'staff' && ctx.actor.staffId === id) return []
  const { slug } = await getOperator(ctx.actor.operatorId)
  const [earliestDueOn = ctx.today] = group.flatMap(({ nextDueOn }) => nextDueOn ?? []).sort()
  const url = `${portalUrl(paths.queue(locale, slug))}?filter=mine`
  return [
    {
      ...{ template: 'requests-taken-over', to: email, locale, staffId: id },
      intentKey: `requests-taken-over:${from}:${id}:${ctx.now.getTime()}`,
      props: { count: group.length, earliestDueOn, url },
    },
  ]
}
