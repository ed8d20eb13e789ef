import type { TestProject } from 'vitest/node'
import { startTestPortal, type TestPortal } from './portal'

declare module 'vitest' {
  interface ProvidedContext {
    portal: TestPortal
  }
}

/** One built portal for all attacks, with the accounts, requests and pages of the demo. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { portal, stop } = await startTestPortal()
  project.provide('portal', portal)
  return stop
}
