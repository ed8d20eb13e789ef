import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll } from 'vitest'
import type { StaffRole } from '@/db/enums'
import { mail } from '@/db/schema'
import type { PublicActor, RequesterActor, StaffActor, SystemActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { type Context, contextFor } from '@/lib/core/context'
import { asActor, closeDatabase } from '@/lib/core/database'
import { stopBoss } from '@/lib/jobs/boss'
import { type MailContents, mailSealer } from '@/lib/mail/outbox'
import { findOperator, type Operator } from '@/lib/operators/queries'
import { type FiledRequest, fileRequest } from '@/lib/requests/file-request'
import type { FileRequestForm } from '@/lib/requests/schemas'
import { makeCode } from '@/lib/sessions/make-code'
import { hashPassword } from '@/lib/sessions/passwords'
import { useDatabase } from './database'

export interface Officer {
  id: string
  clinic: Operator
  actor: StaffActor
  email: string
}

/**
 * The domain on a database of its own, with its five clinics: the commands run as they do in the portal.
 * `sql` sees everything, for what a test asserts.
 */
export function useDomain() {
  const database = useDatabase({ profiles: true })
  const sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
  afterAll(async () => {
    await stopBoss()
    await closeDatabase()
    await sql.end()
  })

  return {
    ...database,
    sql,
    hire: (clinic: Operator, role?: StaffRole, password?: string) => hire(sql, clinic, role, password),
  }
}

/** Somebody who works for a clinic; with a password they can sign in, without one they have one that nobody knows. */
export async function hire(
  sql: postgres.Sql,
  clinic: Operator,
  role: StaffRole = 'officer',
  password?: string,
): Promise<Officer> {
  const id = randomUUID()
  const name = `Officer ${id.slice(0, 4)}`
  const email = `${id}@staff.example`
  const password_hash = password === undefined ? 'of no password' : await hashPassword(password)
  await sql`insert into staff ${sql({ id, email, name, password_hash, joined_at: new Date() })}`
  await sql`insert into staff_membership ${sql({ staff_id: id, operator_id: clinic.id, role })}`
  const actor: StaffActor = { kind: 'staff', operatorId: clinic.id, staffId: id, sessionId: randomUUID(), role, name }
  return { id, clinic, actor, email }
}

/** A clinic by its slug. Throws where there is none. */
export async function clinicOf(slug: string): Promise<Operator> {
  const clinic = await findOperator(slug)
  if (!clinic) throw new Error(`No clinic ${slug}`)
  return clinic
}

/** A visitor; without a source, one whose address nobody counts. */
export const publicAt = (clinic: Operator, now: Date, source?: string): Context<PublicActor> =>
  contextFor({ kind: 'public', operatorId: clinic.id }, clinic.timeZone, now, source)

export const staffAt = ({ clinic, actor }: Officer, now: Date | string): Context<StaffActor> =>
  contextFor({ ...actor, provenAt: new Date(now) }, clinic.timeZone, new Date(now))

/** The worker, on behalf of a clinic. */
export const systemAt = (clinic: Operator, now: Date | string): Context<SystemActor> =>
  contextFor({ kind: 'system', operatorId: clinic.id }, clinic.timeZone, new Date(now))

export const requesterAt = (clinic: Operator, requestId: string, now: Date): Context<RequesterActor> =>
  contextFor({ kind: 'requester', operatorId: clinic.id, requestId, sessionId: randomUUID() }, clinic.timeZone, now)

/** A complete access request of a made-up person; each call is a submission of its own. */
export const requestForm = (changes: Partial<FileRequestForm> = {}): FileRequestForm => ({
  submissionId: randomUUID(),
  locale: 'ru',
  kind: 'access',
  requesterType: 'subject',
  subject: { lastName: 'Соколова', firstName: 'Мария' },
  contact: { email: 'sokolova@patients.example' },
  signature: { statement: true, name: 'Соколова Мария' },
  ...changes,
})

/** Files a request that has to be accepted. */
export async function fileAt(
  clinic: Operator,
  now: Date,
  changes: Partial<FileRequestForm> = {},
): Promise<FiledRequest> {
  const result = await execute(fileRequest, publicAt(clinic, now), requestForm(changes))
  if (!result.ok) throw new Error(`Not filed: ${JSON.stringify(result)}`)
  return result.value
}

/** Makes the codes that were asked for, as the worker does at once. */
export async function makeCodes(sql: postgres.Sql, clinic: Operator, now: Date): Promise<void> {
  const waiting = await sql<{ id: string }[]>`
    select id from one_time_code where operator_id = ${clinic.id} and asked is not null order by created_at, id`
  for (const { id } of waiting) await execute(makeCode, systemAt(clinic, now), { codeId: id })
}

/** The mails of a request that wait or have left, opened. */
export async function mailsOf(clinic: Operator, requestId: string): Promise<(MailContents & { template: string })[]> {
  return asActor({ kind: 'system', operatorId: clinic.id }, async (tx) => {
    const sealer = await mailSealer(tx, [requestId])
    const rows = await tx.select().from(mail).where(eq(mail.requestId, requestId)).orderBy(mail.createdAt)
    return rows.map((row) => {
      const contents = JSON.parse(sealer.open(row, 'mail:contents', row.contents).toString()) as MailContents
      return { ...contents, template: row.template }
    })
  })
}

/** What the first mail of a kind says. Throws where there is none. */
export async function mailOf(clinic: Operator, requestId: string, template: string): Promise<unknown> {
  const first = (await mailsOf(clinic, requestId)).find((each) => each.template === template)
  if (!first) throw new Error(`No mail ${template}`)
  return first.props
}
