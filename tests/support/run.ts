import { spawnSync } from 'node:child_process'

// `npm test`: every test. `npm test -- FILE…` and `npm test -- -t name` run those that are meant, each with its own runner.

const projects = (...names: string[]) => ['vitest', 'run', ...names.flatMap((name) => ['--project', name])]
const VITEST = projects('unit', 'integration', 'built')
// They measure how long an answer takes: nothing else runs meanwhile.
const ATTACKS = projects('attacks')
const PLAYWRIGHT = ['playwright', 'test']

const run = ([command = '', ...args]: string[], stdio: 'inherit' | 'ignore' = 'inherit'): boolean =>
  spawnSync(command, args, { stdio }).status === 0

function runMeant(args: string[]): boolean {
  const at = args.findIndex((arg) => arg === '-t' || arg === '-g')
  const name = at < 0 ? [] : args.splice(at, 2).slice(1)
  const specs = args.filter((arg) => arg.endsWith('.spec.ts'))
  const others = args.filter((arg) => !arg.endsWith('.spec.ts'))
  const isForVitest = others.length > 0 || specs.length === 0
  const byName = name.flatMap((each) => ['-t', each])
  // The long ones run where they are named alone. A file that nobody has is a slip, and no success; a name may be another runner's.
  const faults = others.some((arg) => arg.includes('faults')) ? ['faults'] : []
  const none = others.length > 0 ? [] : ['--passWithNoTests']
  const passed =
    !isForVitest ||
    run([...projects('unit', 'integration', 'built', 'attacks', ...faults), ...none, ...byName, ...others])
  const browser = [...PLAYWRIGHT, ...specs, ...name.flatMap((each) => ['-g', each])]
  // A portal takes half a minute to start: not for a name that no browser test has.
  const isForBrowser = specs.length > 0 || (others.length === 0 && run([...browser, '--list'], 'ignore'))
  return (!isForBrowser || run(browser)) && passed
}

const args = process.argv.slice(2)
const passed = args.length > 0 ? runMeant(args) : run(VITEST) && run(ATTACKS) && run(PLAYWRIGHT)
process.exit(passed ? 0 : 1)
