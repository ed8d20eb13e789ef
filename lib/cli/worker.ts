import { startWorker } from './parts'
import { runParts } from './services'
import { requireEnv, runCommand } from './terminal'

runCommand(() => runParts([startWorker(requireEnv())]))
