import { cpus, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { isBuilt, startBuild } from '@/lib/cli/next-build'
import { ROOT } from '@/lib/cli/paths'
import { runCommand, showStep } from '@/lib/cli/terminal'
import { ensureChromium } from '../support/chromium'
import { openLab } from './lab'
import { measureBytes, measureScores } from './parts/pages'
import { measureProcess, measureScaling } from './parts/processes'
import { measurePublic } from './parts/public'
import { measureGrowth, measurePlans, measureQueue } from './parts/queue'
import { measureFiling, measureMailRate, measureReminders } from './parts/writes'
import { missed, renderTable, writeReport } from './report'
import type { Row } from './rows'
import { seedClinics, takeClinics } from './seed/seed'
import { buildFloor } from './servers/floors'
import { full, quick, type Sizes, tiny } from './sizes'
import { setStage } from './stage'

const DOCUMENT = join(ROOT, 'docs/performance.md')
const asked = new Set(process.argv.slice(2))
/** `--only=Queue,Growth` measures some parts. */
const only = [...asked]
  .find((option) => option.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',')

runCommand(async () => {
  const begin = performance.now()
  const sizes = asked.has('--tiny') ? tiny : asked.has('--quick') ? quick : full
  const { rows, faults } = await measureAll(sizes)
  const minutes = ((performance.now() - begin) / 60_000).toFixed(0)
  const report = `${headline(minutes)}\n\n${renderTable(rows, faults)}`
  console.log(`\n${report}\n`)
  if (sizes === full && !only) writeReport(DOCUMENT, report)
  const out = [...missed(rows), ...faults]
  console.log(out.length === 0 ? 'Every budget is kept.' : `Not kept:\n${out.map((line) => `  ${line}`).join('\n')}`)
  process.exit(out.length === 0 ? 0 : 1)
})

async function measureAll(sizes: Sizes): Promise<{ rows: Row[]; faults: string[] }> {
  await using running = new AsyncDisposableStack()
  ensureChromium()
  if (!isBuilt()) await showStep('Pages', startBuild().finished)
  const lab = await showStep('Database', openLab(running))
  const built = await showStep('Bare Next app', buildFloor(lab.dir, lab.database.superuserUrl))
  const operators = await takeClinics(sizes.clinics.length + 2)
  const [swept, bare] = operators.slice(sizes.clinics.length)
  if (!swept || !bare) throw new Error('Too few clinics')
  const orders = sizes.clinics.map((requests, place) => ({ operator: operators[place] ?? bare, requests }))
  const seeding = seedClinics(lab.database.superuserUrl, orders, { now: new Date(), afresh: true })
  const clinics = await showStep(
    `Requests (${sizes.clinics.map((count) => count.toLocaleString('en')).join(', ')})`,
    seeding,
  )
  const stage = await showStep('Servers', setStage(lab, sizes, clinics, built, bare.id))

  const rows: Row[] = []
  const faults: string[] = []
  const parts: [string, () => Promise<Row[]>][] = [
    ['Bytes', () => measureBytes(stage)],
    ['Lighthouse', () => measureScores(stage)],
    ['Public pages', () => measurePublic(stage)],
    ['Statements', () => measurePlans(stage)],
    ['Queue', () => measureQueue(stage)],
    ['Growth', () => measureGrowth(stage)],
    ['Filing', () => measureFiling(stage)],
    ['Mails', () => measureMailRate(stage)],
    ['Processes', () => measureProcess(stage)],
    ['Several processes', () => measureScaling(stage)],
    ['Reminders', () => measureReminders(stage, swept)],
  ]
  for (const [name, measure] of parts.filter(([known]) => !only || only.includes(known))) {
    // One part that cannot be measured is told at the end; the others are worth having.
    await showStep(name, measure()).then(
      (measured) => rows.push(...measured),
      (error: unknown) =>
        faults.push(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    )
  }
  return { rows, faults }
}

function headline(minutes: string): string {
  const [cpu] = cpus()
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}`
  const command = ['npm run bench', ...(asked.size > 0 ? ['--', ...asked] : [])].join(' ')
  return `${new Date().toISOString().slice(0, 10)}, \`${command}\`, ${minutes} minutes, on ${machine}, Node ${process.versions.node}.`
}
