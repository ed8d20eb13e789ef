import { promises } from 'node:dns'
import { parseArgs } from 'node:util'
import { examine } from '@/lib/doctor/examine'
import type { Finding, Mark } from '@/lib/doctor/model'
import { readSettings } from '@/lib/env'
import { runCommand, StartFault } from './terminal'

const usage = `npm run doctor [-- --json]
  says what is wrong with this installation and what to do; exits with 1 where something is
  DNS is asked as this machine asks it`

const signs: Record<Mark, string> = { ok: '✓', warning: '!', fault: '✗', unknown: '?' }

function describe(finding: Finding): string {
  const line = `${signs[finding.mark]} ${finding.check.padEnd(12)} ${finding.what}`
  return finding.mark === 'ok' ? line : `${line}\n${' '.repeat(15)}→ ${finding.todo}`
}

function wantsJson(): boolean {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json
  } catch (error) {
    throw new StartFault(usage, { cause: error })
  }
}

runCommand(async () => {
  const json = wantsJson()
  const resolver = new promises.Resolver({ timeout: 3_000, tries: 2 })
  const findings = await examine(readSettings(), { now: () => new Date(), resolver })
  const faults = findings.filter(({ mark }) => mark === 'fault').length
  if (json) console.log(JSON.stringify({ ok: faults === 0, findings }, null, 2))
  else console.log([...findings.map(describe), `\n${faults === 0 ? 'No faults' : `Faults: ${faults}`}`].join('\n'))
  if (faults > 0) process.exitCode = 1
})
