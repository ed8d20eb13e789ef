import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { loadCalendars } from '@/db/load-calendars'
import { migrate } from '@/db/migrate'
import { openPortalDatabase } from '@/lib/cli/database'
import { openWorkspace } from './workspace'

/** What a test file needs to make a database of its own. */
export interface Cluster {
  port: number
  superuserPassword: string
  ownerPassword: string
  appPassword: string
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Cluster
  }
}

export const TEMPLATE = 'portal_template'

const password = () => randomBytes(12).toString('hex')

/** One PostgreSQL for all integration tests, with one migrated database that each file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workspace = openWorkspace('integration')
  const passwords = { superuserPassword: password(), ownerPassword: password(), appPassword: password() }
  const running = new AsyncDisposableStack()
  running.defer(workspace.remove)
  const end = () => running.disposeAsync()
  try {
    const database = await openPortalDatabase(workspace.dir, passwords, { name: TEMPLATE, throwaway: true })
    running.defer(database.server.stop)
    await migrate({ ownerUrl: database.ownerUrl, appPassword: passwords.appPassword })
    await loadCalendars(database.ownerUrl)
    project.provide('cluster', { port: database.server.port, ...passwords })
    return end
  } catch (error) {
    await end()
    throw error
  }
}
