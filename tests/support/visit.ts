import type { BrowserContext } from '@playwright/test'

/** What a first visit to a page loads, in bytes on the wire: headers and compression included. */
export interface Visit {
  script: number
  style: number
  font: number
  document: number
  total: number
  requests: number
  /** Other than the portal's own. */
  foreignHosts: string[]
}

const kinds = { Script: 'script', Stylesheet: 'style', Font: 'font', Document: 'document' } as const

/** Opens the page as a newcomer with an empty cache, until nothing more is loaded. Throws where it is no 200. */
export async function measureVisit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage()
  const browser = await context.newCDPSession(page)
  const visit: Visit = { script: 0, style: 0, font: 0, document: 0, total: 0, requests: 0, foreignHosts: [] }
  const asked = new Map<string, { type?: string; url: string }>()
  browser.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (/^(data|blob):/.test(request.url)) return
    asked.set(requestId, { url: request.url, ...(type && { type }) })
    visit.requests += 1
    const { host } = new URL(request.url)
    if (host !== new URL(url).host && !visit.foreignHosts.includes(host)) visit.foreignHosts.push(host)
  })
  browser.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = asked.get(requestId)
    if (!request) return
    const kind = kinds[request.type as keyof typeof kinds] as (typeof kinds)[keyof typeof kinds] | undefined
    if (kind) visit[kind] += encodedDataLength
    visit.total += encodedDataLength
  })
  try {
    await browser.send('Network.enable')
    await browser.send('Network.setCacheDisabled', { cacheDisabled: true })
    const answer = await page.goto(url, { waitUntil: 'networkidle' })
    if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`)
    return visit
  } finally {
    await page.close()
  }
}
