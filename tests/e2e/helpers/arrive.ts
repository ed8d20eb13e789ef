import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { testPortal } from '../../support/portal'
import { officerSession, requesterSession } from '../../support/cookies'
import type { Scene } from './scene'

// In without passing the door, which has tests of its own: a session is in the database, and its cookie in the browser.

export async function arriveAsStaff(page: Page, sql: Sql, email: string): Promise<void> {
  const [account] = await sql<{ id: string }[]>`select id from staff where email = ${email}`
  if (!account) throw new Error(`Nobody works here as ${email}`)
  await put(page, await officerSession(sql, account.id))
}

export async function arriveAsRequester(page: Page, sql: Sql, scene: Scene): Promise<void> {
  const [request] = await sql<{ operatorId: string }[]>`
    select operator_id as "operatorId" from request where id = ${scene.requestId}`
  if (!request) throw new Error('No such request')
  await put(page, await requesterSession(sql, { ...scene, ...request }))
}

async function put(page: Page, { cookie }: { cookie: string }): Promise<void> {
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await page.context().addCookies([{ name, value, url: testPortal().url, httpOnly: true, sameSite: 'Lax' }])
}
