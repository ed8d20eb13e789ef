import { type BrowserContext, chromium } from '@playwright/test'
import { chromiumOptions } from '../../support/chromium'
import { measureVisit, type Visit } from '../../support/visit'
import { type PublicPage, publicPages } from '../access'
import { scorePage } from '../measure/lighthouse'
import { atLeast, atMost, type Row } from '../rows'
import type { Stage } from '../stage'
import { paths } from '@/lib/core/links'

const KB = 1_024
const FORM_SCRIPT_OVER_BARE_KB = 60
const FORM_TOTAL_KB = 260
const QUEUE_SCRIPT_KB = 320

/** What a first visit to each page costs on the wire. */
export async function measureBytes(stage: Stage): Promise<Row[]> {
  const { lab, largest, web, bareNext, cookies } = stage
  const browser = await chromium.launch(chromiumOptions())
  const visit = async (url: string, headers: Record<string, string> = {}): Promise<Visit> => {
    const context = await browser.newContext()
    await takeCookie(context, url, headers.cookie)
    const seen = await measureVisit(context, url)
    await context.close()
    return seen
  }
  try {
    const bare = (await visit(bareNext.url)).script / KB
    const rows: Row[] = []
    for (const { name, path, headers } of await publicPages(lab, largest)) {
      const seen = await visit(web.url + path, headers)
      const isForm = name === 'filing form'
      rows.push(...line(name, seen, bare), ...(isForm ? limits(seen, bare) : []), {
        part,
        what: `${name}, hosts other than the portal`,
        unit: 'hosts',
        figure: seen.foreignHosts.length,
        budget: atMost(0),
      })
    }
    const queue = await visit(web.url + paths.queue('ru', largest.operator.slug), {
      cookie: cookies.get(largest) ?? '',
    })
    const queueRow: Row = {
      part,
      what: 'dashboard (queue), JavaScript',
      unit: 'KB',
      figure: queue.script / KB,
      floor: bare,
    }
    rows.push({ ...queueRow, budget: atMost(QUEUE_SCRIPT_KB) }, ...line('dashboard (queue)', queue, bare).slice(1))
    return rows
  } finally {
    await browser.close()
  }
}

const part = 'Bytes of a first visit'

function line(name: string, seen: Visit, bare: number): Row[] {
  const size = (what: string, bytes: number): Row => ({
    part,
    what: `${name}, ${what}`,
    unit: 'KB',
    figure: bytes / KB,
  })
  return [
    { ...size('JavaScript', seen.script), floor: bare },
    size('CSS', seen.style),
    size('fonts', seen.font),
    size(`all of its ${seen.requests} requests`, seen.total),
  ]
}

const limits = (seen: Visit, bare: number): Row[] => [
  {
    ...{ part, what: 'filing form, JavaScript beyond a bare page', unit: 'KB', figure: seen.script / KB - bare },
    budget: atMost(FORM_SCRIPT_OVER_BARE_KB),
  },
  {
    ...{ part, what: 'filing form, whole first visit', unit: 'KB', figure: seen.total / KB },
    budget: atMost(FORM_TOTAL_KB),
  },
]

async function takeCookie(context: BrowserContext, url: string, cookie: string | undefined): Promise<void> {
  if (!cookie) return
  const at = cookie.indexOf('=')
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }])
}

const scored = new Set(['clinic page', 'filing form', 'receipt', 'own case'])

/**
 * Lighthouse's mobile preset on each page that a patient meets, and on the bare page: the preset makes the processor four
 * times slower than it is, so that a slow machine scores low with any page.
 */
export async function measureScores({ lab, largest, web, bareNext, sizes }: Stage): Promise<Row[]> {
  const pages = (await publicPages(lab, largest)).filter(({ name }) => scored.has(name))
  const bare = (await scorePage(bareNext.url, {}, sizes.lighthouse)).performance.points
  const rows: Row[] = []
  for (const page of pages) rows.push(...(await scoresOf(page, web.url, bare, sizes.lighthouse)))
  return rows
}

async function scoresOf({ name, path, headers }: PublicPage, url: string, bare: number, runs: number): Promise<Row[]> {
  const scores = await scorePage(url + path, headers, runs)
  return Object.entries(scores).map(([category, { points, failed }]) => ({
    ...(category === 'performance' && { floor: bare }),
    part: 'Lighthouse, mobile',
    what: `${name}, ${category}${failed.length > 0 ? ` (${failed.join(', ')})` : ''}`,
    ...{ unit: 'points' as const, figure: points },
    budget: atLeast(category === 'performance' ? 95 : 100),
  }))
}
