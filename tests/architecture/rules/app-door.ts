import { isWithin, type Import, type Module, packageOf, type Rule, type Violation } from '../modules'

/** Names of db/operators that speak of any profile; the profiles, and the terms in force, come from the database. */
const profileHelpers = ['askFor', 'askReasons', 'citedClauses', 'clauseLabel', 'isByPolicyAlone', 'isOwnPolicy']

/** Only app/_server turns a session into an actor, and only it asks what time it is. */
const forActorsAlone = ['lib/core/context', 'lib/sessions/queries']
const closed = [
  'lib/core/database',
  'lib/vault',
  'lib/jobs',
  'lib/audit/append',
  'lib/mail/outbox',
  'lib/worker',
  'lib/cli',
]
const drivers = ['drizzle-orm', 'postgres', 'pg-boss', 'nodemailer']

/** Loaders of facts that every visitor may see; all others want a context. */
const publicLoaders = [
  ...['listOperators', 'findOperator', 'getOperator', 'listPublicTerms', 'getCalendar', 'getHealth'],
  ...['listProviders', 'findProvider'],
]
const contexts = ['app/_server/context', 'app/_server/action', 'app/_server/file-action']
const entries = /^app\/.*(page|layout|route|template|default)\.tsx?$/

/** app holds adapters: no SQL, no actor made by hand, no page that reads without a context of app/_server. */
export const appDoor: Rule = (modules) => {
  const opens = ({ imports }: Module) =>
    imports.some(({ target, typeOnly }) => target === 'lib/core/database' && !typeOnly)
  const loaders = new Set(modules.filter((module) => module.id.startsWith('lib/') && opens(module)).map(({ id }) => id))
  return (
    modules
      // The HTTP server before the pages is no page: `layers` says what it may take.
      .filter(({ id, isTest }) => id.startsWith('app/') && !isWithin(id, ['app/_door']) && !isTest)
      .flatMap((module) => check(module, loaders))
  )
}

/** @param loaders the files of lib that open a transaction by themselves */
function check(module: Module, loaders: ReadonlySet<string>): Violation[] {
  const values = module.imports.filter(({ typeOnly }) => !typeOnly)
  const found = values.flatMap((each) => forbidden(module.id, each))
  if (entries.test(module.path)) {
    const reads = values.filter(({ target }) => loaders.has(target))
    const privately = reads.flatMap(({ names }) => names).filter((name) => !publicLoaders.includes(name))
    const hasActor = values.some(({ target }) => contexts.includes(target))
    if (privately.length > 0 && !hasActor) found.push(`reads ${privately.join(', ')} without a context of app/_server`)
  }
  return found.map((what) => ({ path: module.path, what }))
}

function forbidden(id: string, { target, isPackage, names }: Import): string[] {
  if (isPackage) return drivers.includes(packageOf(target)) ? [`imports ${target}`] : []
  if (isWithin(target, closed)) return [`imports ${target}`]
  if (isWithin(target, forActorsAlone) && !isWithin(id, ['app/_server'])) return [`imports ${target}`]
  if (!isWithin(target, ['db']) || ['db/enums', 'db/kinds/forms'].includes(target)) return []
  if (target !== 'db/operators') return [`imports ${target}`]
  return names.filter((name) => !profileHelpers.includes(name)).map((name) => `imports ${name} of ${target}`)
}
