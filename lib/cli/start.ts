import { join } from 'node:path'
import { getStartSettings, describeFaults } from '@/lib/env'
import { isBuilt, startBuild } from './next-build'
import { demoAccounts } from './demo'
import { startWeb, startWorker } from './parts'
import { ROOT } from './paths'
import { startPortal, type Portal } from './portal'
import { runParts } from './services'
import { requireEnv, runCommand, showStep, StartFault, untilAskedToStop } from './terminal'

runCommand(() => {
  const { port, ownDatabase } = readSettings()
  return ownDatabase ? runOnOwnDatabase() : runDemo(port, process.argv.includes('--dev'))
})

function readSettings() {
  try {
    return getStartSettings()
  } catch (error) {
    throw new StartFault(describeFaults(error).join('\n'), { cause: error })
  }
}

/** Web and worker on a database of one's own, which `npm run migrate` has prepared. */
async function runOnOwnDatabase(): Promise<void> {
  const env = requireEnv()
  if (!isBuilt()) await showStep('Pages', startBuild().finished)
  const production = { ...env, NODE_ENV: 'production' as const }
  await runParts([startWeb(production), startWorker(production)])
}

async function runDemo(port: number, dev: boolean): Promise<void> {
  console.log('\nStarting the portal. The first start takes a minute.\n')
  const portal = startPortal({ dataDir: join(ROOT, '.data'), port, demo: true, dev, step: showStep })
  const asked = untilAskedToStop()
  const running = await Promise.race([portal.ready, asked])
  if (running) await showWelcome(running)
  const failure = await Promise.race([running?.failed, asked])
  console.log('\nStopping …')
  await portal.stop()
  await portal.ready.catch(() => {})
  if (failure) throw new StartFault(failure)
  console.log('Stopped.')
  process.exit(0)
}

async function showWelcome({ env }: Portal): Promise<void> {
  const rows = (await demoAccounts()).map(({ email, password, role, name }) => [email, password, role, name])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  console.log(`
  The portal runs.

  For patients   ${env.PORTAL_URL}
  For officers   ${env.PORTAL_URL}/admin
  Caught mail    ${env.PORTAL_URL}/demo/mail

  Demo sign-ins
${rows.map((row) => `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`).join('\n')}

  Data live in   ${env.DATA_DIR}  (remove the folder to begin anew)
  To stop        Ctrl-C
`)
}
