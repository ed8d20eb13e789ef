import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { reminderSweep, requestClock } from '@/db/schema'
import { getCalendar } from '@/lib/calendar/queries'
import type { SystemActor } from '@/lib/core/actor'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { listColleagues } from '@/lib/people/queries'
import { z } from 'zod/mini'
import { doneAfter, planAudiences, planHorizon, planMilestones, type PlannedMilestone, type Recipient } from './plan'
import { getReminderSettings, listReminderPreferences } from './settings'

/**
 * Stores one intent for each milestone that fell due since the last sweep, per clock and recipient. The dates are
 * reckoned once per group of clocks, the rows made by one statement, so that a hundred thousand cost little more than one.
 */
export const intendReminders = defineCommand({
  input: z.object({}),

  // One worker at a time and operator: two that insert the same rows in different orders would wait for each other.
  load: async (tx, ctx: Context<SystemActor>) => {
    const { operatorId } = ctx.actor
    await tx.insert(reminderSweep).values({ operatorId }).onConflictDoNothing()
    const [row] = await tx
      .select()
      .from(reminderSweep)
      .where(eq(reminderSweep.operatorId, operatorId))
      .for('update', { skipLocked: true })
    return row
  },
  allow: () => true,

  run: async (tx, ctx, sweep): Promise<Success<number> | Refusal<'nothing-due' | 'swept-by-another'>> => {
    if (!sweep) return { ok: false, reason: 'swept-by-another' }
    const { operatorId } = ctx.actor
    const window = { doneThrough: sweep.doneThrough ?? undefined, today: ctx.today }
    const calendar = await getCalendar()
    const preferences = await listReminderPreferences(tx)
    const colleagues = await listColleagues(tx, operatorId)
    const people = colleagues.map(({ id, role }) => ({
      id,
      role: role === 'lead' ? ('lead' as const) : ('officer' as const),
      daysBefore: preferences.get(id)?.daysBefore ?? null,
    }))
    const { audiences, recipients, escalation } = planAudiences(people, await getReminderSettings(tx))

    const groups = await tx
      .selectDistinct({ dueOn: requestClock.dueOn, unit: requestClock.unit })
      .from(requestClock)
      .where(
        and(
          eq(requestClock.operatorId, operatorId),
          isNull(requestClock.stoppedAt),
          lte(requestClock.dueOn, planHorizon(calendar, audiences, ctx.today)),
        ),
      )
    const plan = planMilestones(calendar, groups, audiences, window)
    const { count } = await tx.execute(insertReminders(ctx, plan, recipients, escalation))

    const doneThrough = doneAfter(window)
    const isFirstOfDay = window.doneThrough === undefined || doneThrough > window.doneThrough
    if (count === 0 && !isFirstOfDay) return { ok: false, reason: 'nothing-due' }
    if (isFirstOfDay) {
      await tx.update(reminderSweep).set({ doneThrough }).where(eq(reminderSweep.operatorId, operatorId))
    }
    return {
      ok: true,
      value: count,
      audit: [{ action: 'reminder.intended', data: { on: ctx.today, intended: count } }],
    }
  },
})

/** `own` are those in charge, or all while nobody is; `watch` are the leads; the escalation address has no person. */
function insertReminders(
  { actor: { operatorId }, now }: Context,
  plan: readonly PlannedMilestone[],
  recipients: readonly Recipient[],
  escalation: number | null,
) {
  return sql`
    with plan as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(plan)}::text::jsonb)
        as p("dueOn" date, unit text, audience int, key text, "on" date)
    ),
    people as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(recipients)}::text::jsonb)
        as p("staffId" uuid, own int, watch int)
    ),
    due as materialized (
      select c.id, c.request_id, c.deadline_version, c.due_on, plan.key, plan."on", plan.audience,
        assignee."staffId" as assignee
      from plan
      join request_clock c on c.operator_id = ${operatorId} and c.stopped_at is null
        and c.due_on = plan."dueOn" and c.unit = plan.unit and c.started_on <= plan."on"
      join request r on r.id = c.request_id
      left join people assignee on assignee."staffId" = r.assignee_id
    ),
    intended as (
      select due.*, p."staffId" as recipient from due join people p on p."staffId" = due.assignee and p.own = due.audience
      union all
      select due.*, p."staffId" from due join people p on p.own = due.audience where due.assignee is null
      union all
      select due.*, p."staffId" from due join people p on p.watch = due.audience and p."staffId" <> due.assignee
      union all
      select due.*, null from due where due.audience = ${escalation}::int
    )
    insert into reminder (id, operator_id, request_id, clock_id, milestone, milestone_on, recipient_id,
      deadline_version, due_on, created_at)
    select gen_random_uuid(), ${operatorId}, request_id, id, key, "on", recipient, deadline_version, due_on,
      ${now.toISOString()}::timestamptz
    from intended
    on conflict do nothing`
}
