import { setTimeout } from 'node:timers/promises'
import { accounts } from '@/db/demo/accounts'
import { loadSecrets } from '@/lib/cli/secrets'
import { closeDatabase } from '@/lib/core/database'
import { createAccounts } from '@/lib/demo/staff'
import { stopBoss } from '@/lib/jobs/boss'
import { listOperators } from '@/lib/operators/queries'
import { openOwnClinics, ownAccounts, ownClinics } from './own-clinics'
import type { TestPortal } from './portal'

/** Lets this process, and those that it starts, run the domain's commands on the portal's own database. */
export function joinPortal(portal: TestPortal): void {
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATABASE_URL: portal.appUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    PORTAL_URL: portal.url,
    MASTER_KEY: portal.masterKey,
    NEXTAUTH_SECRET: loadSecrets(portal.dataDir).sessionSecret,
    MAIL_FROM: 'portal@localhost.localdomain',
    DATA_DIR: portal.dataDir,
  })
}

/** Staff for the five clinics and for the tests' own ones, and nothing else: no request has been filed. */
export async function hireStaff({ url }: TestPortal): Promise<void> {
  await openOwnClinics()
  await createAccounts([...accounts, ...ownAccounts], await listOperators(), new Date())
  await leavePortal()
  const [last = ''] = Object.values(ownClinics).slice(-1)
  await untilServed(url, last)
}

/** The portal keeps its list of clinics for seconds: one that it read meanwhile may lack the last of them. */
export async function untilServed(url: string, slug: string): Promise<void> {
  while (!(await fetch(`${url}/ru/${slug}`)).ok) await setTimeout(200)
}

/** Closes what the commands have opened. */
export async function leavePortal(): Promise<void> {
  await stopBoss()
  await closeDatabase()
}
