import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '@/db/client'
import { startEmbedded } from '@/db/embedded'
import { type ChainFault, type ChainProof, verifyAllChains } from '@/lib/audit/verify'
import { databaseUrls } from './database'
import { lockHolder, takeLock } from './lock'
import { loadSecrets } from './secrets'
import { StartFault } from './terminal'

/** Proves the chains of a database; `appUrl` is the app's own way in, which can change none of them. */
export async function proveChains(appUrl: string): Promise<ChainProof[]> {
  const { db, close } = openDatabase(appUrl, { max: 1 })
  try {
    return await verifyAllChains(db)
  } finally {
    await close()
  }
}

/** Proves the chains of the start command's own database, whether the portal runs at the moment or not. */
export async function proveChainsOf(dataDir: string): Promise<ChainProof[]> {
  const dir = join(dataDir, 'postgres')
  if (!existsSync(dir)) throw new StartFault(`There is no audit log in ${dataDir} yet. Run first: npm start`)
  const secrets = loadSecrets(dataDir)
  const lock = join(dataDir, 'lock')
  if (lockHolder(lock)) {
    const port = readFileSync(`${dir}-port`, 'utf8').trim()
    const url = (name: string, role?: { name: string; password: string }) =>
      `postgres://${role?.name ?? 'postgres'}:${role?.password ?? secrets.superuserPassword}@127.0.0.1:${port}/${name}`
    return proveChains(databaseUrls({ url }, 'portal', secrets).appUrl)
  }
  await using running = new AsyncDisposableStack()
  running.defer(takeLock(lock))
  const server = await startEmbedded({ dir, password: secrets.superuserPassword })
  running.defer(() => server.stop())
  return await proveChains(databaseUrls(server, 'portal', secrets).appUrl)
}

const faults: Record<ChainFault['fault'], string> = {
  gap: 'a row is missing',
  changed: 'the row is not as it was written',
  'previous-hash': 'the row does not follow from the one before it',
  'cut-tail': 'rows are missing at the end, or were added past the log',
}

/** One line a chain: its name, how many rows stood the proof, and the first row that did not. */
export function describeProof({ name, rows, fault }: ChainProof): string {
  const line = `${fault ? '✗' : '✓'} ${name.padEnd(16)} ${String(rows).padStart(9)} rows`
  return fault ? `${line}, then row ${fault.seq}: ${faults[fault.fault]}` : `${line}, ok`
}
