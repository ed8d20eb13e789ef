import type { Browser, BrowserContextOptions, Frame, Page } from '@playwright/test'
import { expect, phone } from '../test'

/** A page of another site, which shows an address of the portal in a frame. */
export interface OuterPage {
  page: Page
  /** Undefined where the browser has refused to show it there, for what the portal says of it. */
  frame: Frame | undefined
}

/** Opens a page of a site by its name: the browser takes it for that site, whoever it is that answers. */
export async function openOuter(
  browser: Browser,
  site: string,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OuterPage> {
  const context = await browser.newContext({ viewport: phone, ...options })
  // The site is as if far away, and the portal of a test on this machine: that alone is asked about otherwise.
  await context.grantPermissions(['local-network-access'], { origin: site })
  await context.route(`${site}/**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><title>Outer</title>${html}` }),
  )
  const page = await context.newPage()
  const failures: string[] = []
  page.on('requestfailed', (request) => failures.push(request.failure()?.errorText ?? ''))
  await page.goto(`${site}/form`)
  const frame = page.frames().find((each) => each !== page.mainFrame())
  if (!frame) throw new Error('No frame is on the page')
  await frame.waitForLoadState()
  if (!frame.url().startsWith('chrome-error:')) return { page, frame }
  expect(failures).toEqual(['net::ERR_BLOCKED_BY_RESPONSE'])
  return { page, frame: undefined }
}
