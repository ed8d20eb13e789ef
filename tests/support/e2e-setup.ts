import { ensureChromium } from './chromium'
import { handOver, startTestPortal } from './portal'

/** Playwright's setup: a browser, and the portal that all tests look at. Returns what stops it. */
export default async function setup(): Promise<() => Promise<void>> {
  ensureChromium()
  const { portal, stop } = await startTestPortal()
  handOver(portal)
  return stop
}
