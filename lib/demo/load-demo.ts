import { and, eq, max, ne } from 'drizzle-orm'
import { ask, inScope } from '@/db/client'
import { accounts } from '@/db/demo/accounts'
import { type OperatorProfile, operatorProfiles } from '@/db/operators'
import { auditEvent, request, staff } from '@/db/schema'
import { getCalendar } from '@/lib/calendar/queries'
import { INSTALLATION, type StaffActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { closeDatabase, getDatabase } from '@/lib/core/database'
import { stopBoss } from '@/lib/jobs/boss'
import { loadProfiles } from '@/lib/operators/load-profiles'
import { lastVersion } from '@/lib/operators/publish-profile'
import { listOperators, type Operator } from '@/lib/operators/queries'
import { listTermRules } from '@/lib/operators/term-rules'
import { must } from './must'
import { perform } from './perform'
import { type DemoStep, planHistory } from './plan'
import { finishDemo, settleMails } from './settle-mails'
import { createAccounts } from './staff'

/** How long ago the accounts were made: the clinics' history lies between. */
const HISTORY_MS = 500 * 86_400_000
const FRESH_MS = 3_600_000

/**
 * Fills an empty installation with people and their requests, up to `now`, through the commands themselves. A loading
 * that was broken off goes on from where it was; one that is done, or an installation with staff of its own, is left
 * alone but for its clinics' profiles. Closes this process's connections.
 */
export async function loadDemo(now: Date): Promise<void> {
  try {
    const begun = await findBeginning()
    if (begun === 'nothing-to-do') await loadProfiles(now, await unedited())
    else await load(begun ?? new Date(now.getTime() - HISTORY_MS))
  } finally {
    await stopBoss()
    await closeDatabase()
  }
}

/** When the accounts of a loading that was broken off were made; undefined where nothing was begun. */
async function findBeginning(): Promise<Date | 'nothing-to-do' | undefined> {
  const [anybody] = await ask(getDatabase(), (db) => db.select({ id: staff.id }).from(staff).limit(1))
  if (!anybody) return undefined
  const [first] = await ask(getDatabase(), (db) =>
    db
      .select()
      .from(staff)
      .where(eq(staff.email, accounts[0]?.email ?? '')),
  )
  const [done] = await inScope(getDatabase(), { operatorId: INSTALLATION }, (tx) =>
    tx
      .select({ seq: auditEvent.seq })
      .from(auditEvent)
      .where(and(eq(auditEvent.operatorId, INSTALLATION), eq(auditEvent.action, 'demo.loaded')))
      .limit(1),
  )
  return first && !done ? first.createdAt : 'nothing-to-do'
}

/** The profiles that nobody has published another of since: what people made of a clinic of the demo stays. */
async function unedited(): Promise<OperatorProfile[]> {
  const kept = await Promise.all(
    (await listOperators()).map(async ({ id, slug }) => {
      const last = await inScope(getDatabase(), { operatorId: id }, (tx) => lastVersion(tx, id))
      return last?.publishedBy ? [slug] : []
    }),
  )
  return operatorProfiles.filter(({ slug }) => !kept.flat().includes(slug))
}

async function load(begun: Date): Promise<void> {
  const now = new Date(begun.getTime() + HISTORY_MS)
  await loadProfiles(begun)
  const operators = await listOperators()
  const staffIds = await createAccounts(accounts, operators, begun)
  await Promise.all(operators.map((operator, place) => loadClinic(operator, place, staffIds, now)))
  must(await execute(finishDemo, contextFor({ kind: 'system', operatorId: INSTALLATION }, 'UTC', now), {}))
}

async function loadClinic(operator: Operator, place: number, staffIds: Map<string, string>, now: Date): Promise<void> {
  const rules = await inScope(getDatabase(), { operatorId: operator.id }, listTermRules)
  const steps = planHistory({ operator, place, rules, calendar: await getCalendar() }, now)
  const { doneThrough, requestIds } = await findProgress(operator.id, steps)
  const actors = staffOf(operator, staffIds)
  const lead = actors.find(({ role }) => role === 'lead')
  const officers = actors.filter(({ role }) => role === 'officer' || role === 'lead')
  if (!lead) throw new Error('A clinic of the demo has no lead')
  for (const step of steps) {
    if (step.at > doneThrough) await perform({ operator, officers, lead, requestIds }, step)
  }
  const ctx = contextFor({ kind: 'system', operatorId: operator.id } as const, operator.timeZone, now)
  must(await execute(settleMails, ctx, { freshSince: new Date(now.getTime() - FRESH_MS) }))
}

/** Each step leaves its moment in the audit log, so the log's latest tells where a loading was broken off. */
async function findProgress(operatorId: string, steps: readonly DemoStep[]) {
  return inScope(getDatabase(), { operatorId }, async (tx) => {
    const [last] = await tx
      .select({ at: max(auditEvent.at) })
      .from(auditEvent)
      // A profile is published whenever the demo starts with a newer one.
      .where(and(eq(auditEvent.operatorId, operatorId), ne(auditEvent.action, 'clinic.published')))
    const filed = await tx.select({ id: request.id, submissionId: request.submissionId }).from(request)
    const bySubmission = new Map(filed.map(({ id, submissionId }) => [submissionId, id]))
    const requestIds = new Map(
      steps.flatMap(({ of }) => {
        const id = bySubmission.get(of.form.submissionId)
        return id ? [[of, id] as const] : []
      }),
    )
    return { doneThrough: last?.at ?? new Date(0), requestIds }
  })
}

function staffOf(operator: Operator, staffIds: Map<string, string>): StaffActor[] {
  return accounts
    .filter(({ operators }) => operators.includes(operator.slug))
    .map(({ email, role, name }) => {
      const staffId = staffIds.get(email) ?? ''
      return { kind: 'staff', operatorId: operator.id, staffId, sessionId: staffId, role, name }
    })
}
