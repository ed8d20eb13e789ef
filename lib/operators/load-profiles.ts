import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { ask } from '@/db/client'
import { type OperatorProfile, operatorProfiles } from '@/db/operators'
import { operator } from '@/db/schema'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { getDatabase } from '@/lib/core/database'
import { publishProfile } from './publish-profile'

/** Publishes profiles from outside the portal's pages: of the demo, of a file. What each came to, in their order. */
export async function loadProfiles(at: Date, profiles: readonly OperatorProfile[] = operatorProfiles) {
  const results = []
  for (const profile of profiles) {
    const [known] = await ask(getDatabase(), (db) =>
      db.select({ id: operator.id }).from(operator).where(eq(operator.slug, profile.slug)),
    )
    const actor = { kind: 'system', operatorId: known?.id ?? randomUUID() } as const
    results.push(await execute(publishProfile, contextFor(actor, profile.timeZone, at), profile))
  }
  return results
}
