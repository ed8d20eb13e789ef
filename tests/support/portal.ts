import { once } from 'node:events'
import { mkdirSync, watch } from 'node:fs'
import { freePort } from '@/db/embedded'
import { startPortal } from '@/lib/cli/portal'
import { listMail, mailFolder, type StoredMail } from '@/lib/demo-mail/store'
import { openWorkspace } from './workspace'

const HANDED_OVER = 'TEST_PORTAL'

/** What a browser test knows of the running portal; plain data, for it passes from process to process. */
export interface TestPortal {
  url: string
  dataDir: string
  masterKey: string
  /** Sees everything: for what a test asserts, never for what it tests. */
  superuserUrl: string
  ownerUrl: string
  appUrl: string
}

/** Starts the whole portal from an empty database, on free ports. `failed` tells of a part that ended. */
export async function startTestPortal({ demo = true } = {}): Promise<{
  portal: TestPortal
  failed: Promise<string>
  stop(): Promise<void>
}> {
  const workspace = openWorkspace('portal')
  const starting = startPortal({ dataDir: workspace.dir, port: await freePort(), demo, throwaway: true })
  const stop = () => starting.stop().finally(workspace.remove)
  const { env, database, failed } = await starting.ready.catch((error: unknown) => {
    workspace.remove()
    throw error
  })
  const { superuserUrl, ownerUrl, appUrl } = database
  const portal = {
    url: env.PORTAL_URL,
    dataDir: env.DATA_DIR,
    masterKey: env.MASTER_KEY,
    superuserUrl,
    ownerUrl,
    appUrl,
  }
  return { portal, failed, stop }
}

/** Leaves the portal to the processes that run the tests. */
export const handOver = (portal: TestPortal) => void (process.env[HANDED_OVER] = JSON.stringify(portal))

/** The portal that was left to this process; undefined where none was. */
export function handedOver(): TestPortal | undefined {
  const portal = process.env[HANDED_OVER]
  return portal ? (JSON.parse(portal) as TestPortal) : undefined
}

/** The portal of this run, as the setup left it. */
export function testPortal(): TestPortal {
  const portal = handedOver()
  if (!portal) throw new Error('No portal runs: the setup of the browser tests starts it')
  return portal
}

/** The newest letter that fits, come or to come; the folder is watched, so nobody polls. */
export async function waitForMail(fits: (mail: StoredMail) => boolean, portal = testPortal()): Promise<StoredMail> {
  const place = { DATA_DIR: portal.dataDir, MASTER_KEY: portal.masterKey }
  mkdirSync(mailFolder(place), { recursive: true, mode: 0o700 })
  const watcher = watch(mailFolder(place))
  try {
    for (;;) {
      const changed = once(watcher, 'change')
      const mail = (await listMail(place)).find(fits)
      if (mail) return mail
      await changed
    }
  } finally {
    watcher.close()
  }
}
