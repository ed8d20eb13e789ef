import { ensureChromium } from './chromium'
import { handOver, handedOver, startTestPortal } from './portal'
import { hireStaff, joinPortal } from './portal-domain'

/** Playwright's setup: a browser, and one portal for all tests, with staff and no request. Returns what stops it. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  ensureChromium()
  // A portal that runs already may be handed over instead: for writing tests, since a start takes a minute.
  const running = handedOver()
  const started = running ? undefined : await startTestPortal({ demo: false })
  const portal = running ?? started?.portal
  if (!portal) throw new Error('No portal was started')
  handOver(portal)
  joinPortal(portal)
  await hireStaff(portal)
  return started?.stop
}
