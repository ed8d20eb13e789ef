import { isBuilt } from './next-build'
import { startWeb } from './parts'
import { runParts } from './services'
import { requireEnv, runCommand, StartFault } from './terminal'

runCommand(async () => {
  const env = requireEnv()
  if (!isBuilt()) throw new StartFault('The pages are not built from these sources. Run first: npm run build')
  await runParts([startWeb({ ...env, NODE_ENV: 'production' })])
})
