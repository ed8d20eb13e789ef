import { join } from 'node:path'
import { describeFaults, getStartSettings } from '@/lib/env'
import { ROOT } from './paths'
import { requireEnv, runCommand, StartFault } from './terminal'
import { describeProof, proveChains, proveChainsOf } from './chain-proofs'

runCommand(async () => {
  const proofs = ownDatabase() ? await proveChains(requireEnv().DATABASE_URL) : await proveChainsOf(join(ROOT, '.data'))
  for (const proof of proofs) console.log(describeProof(proof))
  if (proofs.some(({ fault }) => fault)) process.exitCode = 1
})

function ownDatabase(): boolean {
  try {
    return getStartSettings().ownDatabase
  } catch (error) {
    throw new StartFault(describeFaults(error).join('\n'), { cause: error })
  }
}
