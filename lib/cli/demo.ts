/** Somebody who may sign in to the demo. */
export interface DemoAccount {
  email: string
  password: string
  role: string
  operators: readonly string[]
  name: string
}

const bring = (module: string) => import(module)

/** The sign-ins that the start command prints. */
export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  const { accounts } = await bring('@/db/demo/accounts')
  return accounts
}

/** Fills an empty database with accounts and requests to look at. */
export async function loadDemo(options: { ownerUrl: string }): Promise<void> {
  const demo = await bring('@/db/demo')
  await demo.loadDemo(options)
}
