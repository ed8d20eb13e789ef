import { type Browser, chromium } from '@playwright/test'
import { paths } from '@/lib/core/links'
import { chromiumOptions } from '../../support/chromium'
import type { Lab } from '../lab'
import { patient } from '../seed/people'
import type { SeededClinic } from '../seed/history'
import type { Target } from './load'

/** One way to look at a queue, as the browser asks for it. */
export interface QueueCase {
  name: string
  target: Target
}

/** Every way to look at a clinic's queue: its first page, one far behind, each filter. */
export async function queueCases(lab: Lab, url: string, clinic: SeededClinic, cookie: string): Promise<QueueCase[]> {
  const queries: [string, string][] = [
    ['first page', ''],
    ['deep page', `?after=${await deepCursor(lab, clinic)}`],
    ...['overdue', 'today', 'week', 'unassigned', 'mine'].map((name): [string, string] => [name, `?filter=${name}`]),
    ['one kind', '?kind=access'],
    ['one state', '?state=in-progress'],
    ['duties left', '?state=answered'],
    ['kind and filter', '?filter=week&kind=access'],
  ]
  const page = url + paths.queue('ru', clinic.operator.slug)
  return queries.map(([name, query]) => ({ name, target: { url: page + query, headers: { cookie } } }))
}

/** Where the last hundred of the queue begin. */
async function deepCursor({ sql }: Lab, { operator, open }: SeededClinic): Promise<string> {
  const [row] = await sql<{ cursor: string }[]>`
    select next_due_on || '.' || id as cursor from request
    where operator_id = ${operator.id} and next_due_on is not null
    order by next_due_on, id offset ${open - 100} limit 1`
  if (!row) throw new Error('The queue has no deep page')
  return row.cursor
}

/** An exact search by e-mail as the browser sends it: it finds two requests at every clinic, whatever its size. */
export async function searchTarget(url: string, { operator }: SeededClinic, cookie: string): Promise<Target> {
  const browser = await chromium.launch(chromiumOptions())
  try {
    return await recordSearch(browser, url, paths.queue('ru', operator.slug), cookie)
  } finally {
    await browser.close()
  }
}

async function recordSearch(browser: Browser, url: string, path: string, cookie: string): Promise<Target> {
  const context = await browser.newContext()
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(url + path, { waitUntil: 'networkidle' })
  const asking = page.waitForRequest((request) => request.method() === 'POST' && 'next-action' in request.headers())
  await page.locator('[data-search]').fill(patient(2).email)
  await page.locator('[data-search]').press('Enter')
  const request = await asking
  const body = request.postDataBuffer()
  if (!body) throw new Error('The search sends nothing')
  const kept = Object.entries(await request.allHeaders()).filter(([header]) => wanted.has(header))
  return { url: request.url(), method: 'POST', headers: { ...Object.fromEntries(kept), cookie }, body }
}

const wanted = new Set(['accept', 'content-type', 'next-action', 'next-router-state-tree', 'origin', 'referer'])
