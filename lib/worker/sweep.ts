import { INSTALLATION } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { purgeUploads } from '@/lib/documents/purge-uploads'
import { errorFields, log } from '@/lib/log'
import { wakeWaitingMails } from '@/lib/mail/wake-waiting'
import { listOperators, type Operator } from '@/lib/operators/queries'
import { remindOfDeadlines } from '@/lib/reminders/remind'
import { rehashSearch } from '@/lib/requests/rehash-search'
import { forgetGuards } from '@/lib/sessions/forget-guards'

/** What is due is found anew each minute, per operator: a fault in one holds up no other. */
export async function sweep(now: Date): Promise<void> {
  await sweepInstallation(now).catch((error: unknown) =>
    log('sweep-failed', { operatorId: INSTALLATION, step: 'sweepInstallation', ...errorFields(error) }),
  )
  for (const operator of await listOperators()) {
    for (const step of [remindOfDeadlines, wakeWaiting, purge, rehash] as const) {
      try {
        await step(operator, now)
      } catch (error) {
        log('sweep-failed', { operatorId: operator.id, step: step.name, ...errorFields(error) })
      }
    }
  }
}

async function sweepInstallation(now: Date): Promise<void> {
  await wakeWaitingMails(INSTALLATION, now)
  await execute(forgetGuards, contextFor({ kind: 'system', operatorId: INSTALLATION }, 'UTC', now), {})
}

async function wakeWaiting(operator: Operator, now: Date): Promise<void> {
  await wakeWaitingMails(operator.id, now)
}

async function purge({ id, timeZone }: Operator, now: Date): Promise<void> {
  await execute(purgeUploads, contextFor({ kind: 'system', operatorId: id }, timeZone, now), {})
}

const REHASH_MS = 20_000

/** Batch after batch, for a part of the minute: reminders are not to wait for a clinic with a million requests. */
async function rehash({ id, timeZone }: Operator, now: Date): Promise<void> {
  const until = Date.now() + REHASH_MS
  const ctx = contextFor({ kind: 'system', operatorId: id }, timeZone, now)
  while (Date.now() < until && (await execute(rehashSearch, ctx, {})).ok);
}
