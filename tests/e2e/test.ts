import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import postgres from 'postgres'
import { testPortal } from '../support/portal'
import { leavePortal } from '../support/portal-domain'

export { expect } from '@playwright/test'

/** A phone as narrow as most. */
export const phone = { width: 390, height: 844 }

interface Fixtures {
  /** A page in a browser of its own, as another person would have. */
  open: (options?: BrowserContextOptions) => Promise<Page>
}

interface WorkerFixtures {
  /** The database with all rights: for what a test asserts, and for moving the clock of a row. */
  sql: postgres.Sql
}

/** Every test fails on an error in the console, an exception in a page, or a request to any host but the portal. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  open: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    const faults: string[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      listen(context, faults)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
    expect(faults).toEqual([])
  },
  sql: [
    async ({}, use) => {
      const sql = postgres(testPortal().superuserUrl, { max: 1, onnotice: () => {} })
      await use(sql)
      await sql.end()
      await leavePortal()
    },
    { scope: 'worker', auto: true },
  ],
})

function listen(context: BrowserContext, faults: string[]): void {
  const { origin } = new URL(testPortal().url)
  context.on('weberror', (error) => faults.push(`${error.page()?.url()}: ${String(error.error())}`))
  context.on('console', (message) => {
    // The browser tells of pages that answer 404, and of the scripts that a letter's frame refuses, or the answer to a
    // form that was sent before its scripts were there (see next.config.ts).
    const isMeant = /status of 4\d\d|script-src 'none'|^Blocked script execution in 'about:srcdoc'/.test(message.text())
    if (message.type() === 'error' && !isMeant) faults.push(`${message.location().url}: ${message.text()}`)
  })
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) faults.push(`Another host: ${request.url()}`)
  })
}
