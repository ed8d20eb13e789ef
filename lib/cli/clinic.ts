import { readFileSync } from 'node:fs'
import { max } from 'drizzle-orm'
import { stringify } from 'yaml'
import { inScope } from '@/db/client'
import type { IntakeState } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import { operatorProfile } from '@/db/schema'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { closeDatabase, getDatabase } from '@/lib/core/database'
import { stopBoss } from '@/lib/jobs/boss'
import { changeIntake } from '@/lib/operators/change-intake'
import { loadProfiles } from '@/lib/operators/load-profiles'
import { type ProfileFault, profileJsonSchema, readProfile, withTermsInForce } from '@/lib/operators/profile-file'
import { findOperator, listOperators } from '@/lib/operators/queries'
import { listTermRules } from '@/lib/operators/term-rules'
import { requireEnv, runCommand, StartFault } from './terminal'

const usage = `npm run clinic -- COMMAND
  import FILE…   publishes profiles (YAML or JSON); nothing is published while one of them has a fault
  check FILE…    says what is wrong with profiles, and changes nothing
  export SLUG    prints a clinic's profile, with its terms as they are now
  open SLUG      its pages take requests; pause SLUG: they say how to reach it instead; hide SLUG: and nobody finds it
  list           prints the clinics, whether they take requests, and their versions
  schema         prints the JSON Schema of a profile, for editors`

const reasons = {
  'slug-taken': 'another clinic has this slug',
  'code-taken': 'another clinic has this code',
  'slug-fixed': 'a clinic keeps its slug: links in letters lead there',
  'code-fixed': 'a clinic keeps its code: its register is numbered by it',
  unchanged: 'unchanged',
}

const inWords = (file: string, { line, path, what }: ProfileFault) =>
  `${file}${line ? `:${line}` : ''} ${path && `${path}: `}${what}`

/** Every profile of the files; throws a `StartFault` that names file, line, part and what is wrong, for all at once. */
function readFiles(files: string[]): OperatorProfile[] {
  if (files.length === 0) throw new StartFault(usage)
  const faults: string[] = []
  const profiles = files.flatMap((file) => {
    const read = readProfile(readText(file))
    if (read.ok) return [read.profile]
    faults.push(...read.faults.map((fault) => inWords(file, fault)))
    return []
  })
  if (faults.length > 0) throw new StartFault(faults.join('\n'))
  return profiles
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new StartFault(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`, { cause: error })
  }
}

async function importFiles(files: string[]): Promise<void> {
  const profiles = readFiles(files)
  const results = await loadProfiles(new Date(), profiles)
  const refused: string[] = []
  for (const [n, result] of results.entries()) {
    const slug = profiles[n]?.slug ?? ''
    if (result.ok) console.log(`${slug}: version ${result.value.version} is in force`)
    else if (result.reason === 'unchanged') console.log(`${slug}: ${reasons.unchanged}`)
    else
      refused.push(
        `${slug}: ${result.reason in reasons ? reasons[result.reason as keyof typeof reasons] : result.reason}`,
      )
  }
  if (refused.length > 0) throw new StartFault(refused.join('\n'))
}

async function exportProfile([slug = '']: string[]): Promise<void> {
  const operator = await findOperator(slug)
  if (!operator) throw new StartFault(`There is no clinic ${slug}. npm run clinic -- list names them`)
  const rules = await inScope(getDatabase(), { operatorId: operator.id }, listTermRules)
  process.stdout.write(stringify(withTermsInForce(operator.profile, rules), { lineWidth: 120 }))
}

/** Of what was filed nothing changes. */
const setIntake =
  (intake: IntakeState) =>
  async ([slug = '']: string[]): Promise<void> => {
    const operator = await findOperator(slug)
    if (!operator) throw new StartFault(`There is no clinic ${slug}. npm run clinic -- list names them`)
    const actor = { kind: 'system', operatorId: operator.id } as const
    const changed = await execute(changeIntake, contextFor(actor, operator.timeZone, new Date()), { intake })
    if (!changed.ok && changed.reason === 'nobody-works')
      throw new StartFault(`${slug}: nobody would answer. Invite a lead first: npm run staff -- invite --role lead`)
    console.log(`${slug}: ${intake}`)
  }

async function list(): Promise<void> {
  for (const { id, slug, code, intake, profile } of await listOperators()) {
    const [row] = await inScope(getDatabase(), { operatorId: id }, (tx) =>
      tx.select({ version: max(operatorProfile.version) }).from(operatorProfile),
    )
    console.log([slug, code, intake, `version ${row?.version ?? 0}`, profile.legalName.ru].join('\t'))
  }
}

const commands: Record<string, (args: string[]) => Promise<void>> = {
  import: importFiles,
  check: async (files) => readFiles(files).forEach(({ slug }) => console.log(`${slug}: nothing is wrong`)),
  export: exportProfile,
  open: setIntake('open'),
  pause: setIntake('paused'),
  hide: setIntake('hidden'),
  list,
  schema: async () => console.log(JSON.stringify(profileJsonSchema(), null, 2)),
}

const offline = new Set(['check', 'schema'])

runCommand(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const command = commands[name]
  if (!command) throw new StartFault(usage)
  if (offline.has(name)) return command(args)
  requireEnv()
  try {
    await command(args)
  } finally {
    await stopBoss()
    await closeDatabase()
  }
})
