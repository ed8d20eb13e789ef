import type { DemoAccount } from '@/db/demo/accounts'

/** The sign-ins that the start command prints. */
export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  const { accounts } = await import('@/db/demo/accounts')
  return accounts
}

/** Fills an empty installation with accounts and requests to look at; the settings are this process's own. */
export async function loadDemo(): Promise<void> {
  const demo = await import('@/lib/demo/load-demo')
  await demo.loadDemo(new Date())
}
