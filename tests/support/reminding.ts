import postgres from 'postgres'
import { afterAll, beforeAll } from 'vitest'
import { loadProfiles } from '@/lib/operators/load-profiles'
import { imvizhn } from '@/db/operators/imvizhn'
import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import { closeDatabase } from '@/lib/core/database'
import { stopBoss } from '@/lib/jobs/boss'
import { deliverMail } from '@/lib/mail/deliver'
import type { MailTransport } from '@/lib/mail/transport'
import { listOperators, type Operator } from '@/lib/operators/queries'
import { remindOfDeadlines } from '@/lib/reminders/remind'
import type { FileRequestForm } from '@/lib/requests/schemas'
import { useDatabase } from './database'
import { fileAt, type Officer } from './domain'

/**
 * A database with clinics of its own, one after another by `next`: days go by in each apart from all others.
 * `sql` sees everything.
 */
export function clinicsIn(timeZones: readonly string[]) {
  const database = useDatabase()
  const sql = postgres(database.superuserUrl, { max: 3, onnotice: () => {} })
  let clinics: Operator[] = []
  beforeAll(async () => {
    const profiles = timeZones.map((timeZone, n) => ({
      ...imvizhn,
      slug: `clinic-${n}`,
      code: `C${String.fromCharCode(65 + n)}`,
      timeZone,
    }))
    await loadProfiles(new Date(), profiles)
    clinics = [...(await listOperators())]
  })
  afterAll(async () => {
    await stopBoss()
    await closeDatabase()
    await sql.end()
  })
  const next = () => {
    const clinic = clinics.shift()
    if (!clinic) throw new Error('No clinic is left: give clinicsIn one more time zone')
    return clinic
  }
  return { database, sql, next }
}

/** Files a request by the portal at an instant; its id. */
export const file = async (clinic: Operator, now: string, changes?: Partial<FileRequestForm>): Promise<string> =>
  (await fileAt(clinic, new Date(now), changes)).requestId

/** Sweeps at an instant, as the worker does every minute. */
export const sweepAt = (clinic: Operator, now: string) => remindOfDeadlines(clinic, new Date(now))

/** Sweeps at an hour of UTC on each of some days, the first and the last included. */
export async function sweepDays(clinic: Operator, from: CalendarDate, to: CalendarDate, time = '07:00'): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) await sweepAt(clinic, `${day}T${time}:00Z`)
}

export const putInHandsOf = (sql: postgres.Sql, requestId: string, { id }: Pick<Officer, 'id'>) =>
  sql`update request set assignee_id = ${id}, state = 'in-progress' where id = ${requestId}`

/** Everything that waits in the outbox of a clinic is sent, or found to be true no more; time stands at `now`. */
export async function deliverAll(sql: postgres.Sql, clinic: Operator, transport: MailTransport, now: string) {
  const waiting = await sql<{ id: string }[]>`
    select id from mail where operator_id = ${clinic.id} and state = 'queued' and next_attempt_at <= ${now}
    order by created_at, id`
  for (const { id } of waiting) {
    await deliverMail(transport, { operatorId: clinic.id, mailId: id }, () => new Date(now))
  }
}

export interface StoredReminder {
  clock: string
  milestone: string
  recipient: string | null
  version: number
  state: 'waiting' | 'mailed' | 'cancelled'
  mailId: string | null
}

/** The reminders of a request in order of their day. */
export const remindersOf = (sql: postgres.Sql, requestId: string) => sql<StoredReminder[]>`
  select c.clock, r.milestone, r.recipient_id as recipient, r.deadline_version as version, r.mail_id as "mailId",
    case when r.cancelled_at is not null then 'cancelled' when r.mail_id is null then 'waiting' else 'mailed' end as state
  from reminder r join request_clock c on c.id = r.clock_id
  where r.request_id = ${requestId} order by r.milestone_on, c.clock, r.recipient_id`

/** The stored mails of one template, oldest first. */
export const storedMailsOf = (sql: postgres.Sql, template: string, requestId?: string) => sql<
  { id: string; state: string; staffId: string | null; intentKey: string; createdOn: string }[]
>`
  select id, state, staff_id as "staffId", intent_key as "intentKey", created_at::date::text as "createdOn" from mail
  where template = ${template} and (${requestId ?? null}::uuid is null or request_id = ${requestId ?? null})
  order by created_at, id`
