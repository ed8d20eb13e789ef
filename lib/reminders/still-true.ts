import { sql } from 'drizzle-orm'

/**
 * Whether a row of `reminder` still says something true: its clock runs to the same date, its recipient is still
 * concerned (in charge, a lead, or anyone while nobody is in charge), its request's data are not deleted, and no later
 * milestone has taken its place. So a request that is answered or withdrawn ends its reminders, which nobody has to cancel.
 */
export const isStillTrue = sql<boolean>`(
  reminder.cancelled_at is null
  and exists (
    select 1
    from request_clock c
    join request r on r.id = c.request_id
    join request_key k on k.request_id = r.id
    where c.id = reminder.clock_id and c.stopped_at is null and c.deadline_version = reminder.deadline_version
      and (reminder.recipient_id is null or exists (
        select 1
        from staff_membership m
        join staff s on s.id = m.staff_id and s.dismissed_at is null
        where m.staff_id = reminder.recipient_id and m.operator_id = reminder.operator_id
          and (m.role = 'lead' or m.role = 'officer' and (
            r.assignee_id is null or r.assignee_id = s.id or not exists (
              select 1
              from staff_membership h
              join staff assignee on assignee.id = h.staff_id and assignee.dismissed_at is null
              where h.staff_id = r.assignee_id and h.operator_id = reminder.operator_id and h.role in ('officer', 'lead')
            )))
      ))
  )
  and not exists (
    select 1
    from reminder later
    where later.request_id = reminder.request_id and later.clock_id = reminder.clock_id
      and later.recipient_id is not distinct from reminder.recipient_id
      and later.deadline_version = reminder.deadline_version
      and later.milestone_on > reminder.milestone_on and later.cancelled_at is null
  )
)`
