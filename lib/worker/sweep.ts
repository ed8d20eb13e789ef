import { INSTALLATION, type SystemActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { purgeUploads } from '@/lib/documents/purge-uploads'
import { errorFields, log } from '@/lib/log'
import { sweepCounts } from '@/lib/limits/count'
import { wakeWaitingMails } from '@/lib/mail/wake-waiting'
import { listOperators, type Operator } from '@/lib/operators/queries'
import { forgetOffers } from '@/lib/people/forget-offers'
import { remindOfDeadlines } from '@/lib/reminders/remind'
import { rehashSearch } from '@/lib/requests/rehash-search'
import { listErasures } from '@/lib/retention/list-erasures'
import { purgeForms } from '@/lib/saved-forms/purge-forms'
import { forgetGuards } from '@/lib/sessions/forget-guards'
import { forgetRequesterSessions, forgetStaffSessions } from '@/lib/sessions/forget-sessions'
import { wakeWaitingCodes } from '@/lib/sessions/make-code'
import { purgeCodes } from '@/lib/sessions/purge-codes'

const steps = [
  remindOfDeadlines,
  wakeMails,
  wakeCodes,
  purgeUploadedFiles,
  purgeOldCodes,
  purgeSavedForms,
  forgetSessions,
  forgetOldOffers,
  listErased,
  rehash,
] as const

/** What is due is found anew, per operator: a fault in one holds up no other. */
export async function sweep(now: Date): Promise<void> {
  await sweepInstallation(now).catch((error: unknown) =>
    log('sweep.failed', { operatorId: INSTALLATION, step: 'sweepInstallation', ...errorFields(error) }),
  )
  for (const operator of await listOperators()) {
    for (const step of steps) {
      try {
        await step(operator, now)
      } catch (error) {
        log('sweep.failed', { operatorId: operator.id, step: step.name, ...errorFields(error) })
      }
    }
  }
}

async function sweepInstallation(now: Date): Promise<void> {
  await wakeWaitingMails(INSTALLATION, now)
  await sweepCounts(now)
  const ctx = contextFor({ kind: 'system', operatorId: INSTALLATION } as const, 'UTC', now)
  await execute(forgetGuards, ctx, {})
  await execute(forgetStaffSessions, ctx, {})
}

async function wakeMails(operator: Operator, now: Date): Promise<void> {
  await wakeWaitingMails(operator.id, now)
}

const contextOf = ({ id, timeZone }: Operator, now: Date) =>
  contextFor<SystemActor>({ kind: 'system', operatorId: id }, timeZone, now)

async function wakeCodes(operator: Operator, now: Date): Promise<void> {
  await wakeWaitingCodes(contextOf(operator, now))
}

async function purgeUploadedFiles(operator: Operator, now: Date): Promise<void> {
  await execute(purgeUploads, contextOf(operator, now), {})
}

async function purgeOldCodes(operator: Operator, now: Date): Promise<void> {
  await execute(purgeCodes, contextOf(operator, now), {})
}

async function purgeSavedForms(operator: Operator, now: Date): Promise<void> {
  await execute(purgeForms, contextOf(operator, now), {})
}

async function forgetSessions(operator: Operator, now: Date): Promise<void> {
  await execute(forgetRequesterSessions, contextOf(operator, now), {})
}

async function forgetOldOffers(operator: Operator, now: Date): Promise<void> {
  await execute(forgetOffers, contextOf(operator, now), {})
}

async function listErased(operator: Operator, now: Date): Promise<void> {
  await execute(listErasures, contextOf(operator, now), {})
}

const REHASH_MS = 20_000

/** Batch after batch, for a part of the minute: reminders are not to wait for a clinic with a million requests. */
async function rehash(operator: Operator, now: Date): Promise<void> {
  const until = Date.now() + REHASH_MS
  const ctx = contextOf(operator, now)
  while (Date.now() < until && (await execute(rehashSearch, ctx, {})).ok);
}
