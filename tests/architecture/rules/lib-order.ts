import { isWithin, type Module, type Rule, type Violation } from '../modules'

const services = ['lib/audit', 'lib/vault', 'lib/jobs', 'lib/storage', 'lib/i18n', 'lib/env']
const doors = ['lib/core/command', 'lib/core/database']

const inLib = ({ id, isTest }: Module) => id.startsWith('lib/') && !isTest
const isLeaf = (id: string) => isWithin(id, ['lib/core']) && !doors.includes(id)

/** What a file of each place inside lib may take from lib; the first place that fits counts. */
const order: { holds: (id: string) => boolean; may: readonly string[] }[] = [
  { holds: isLeaf, may: ['lib/core', 'lib/env'] },
  { holds: (id) => id === 'lib/core/database', may: ['lib/core', 'lib/env'] },
  { holds: (id) => id === 'lib/core/command', may: ['lib/core', 'lib/audit', 'lib/vault', 'lib/jobs'] },
  { holds: (id) => isWithin(id, ['lib/text']), may: ['lib/text', 'lib/core/calendar-date'] },
  { holds: (id) => isWithin(id, services), may: ['lib/core', 'lib/text', ...services] },
]

/** worker → features → core/command → audit, vault, jobs; the leaves of core take from leaves alone. */
export const libOrder: Rule = (modules) => modules.filter(inLib).flatMap(check)

function check({ id, path, imports }: Module): Violation[] {
  const own = imports.filter(({ isPackage, target }) => !isPackage && target.startsWith('lib/'))
  const place = order.find(({ holds }) => holds(id))
  const found = own.flatMap(({ target }) => {
    if (place && !isWithin(target, place.may)) return [`imports ${target}`]
    if (isLeaf(id) && doors.includes(target)) return [`imports ${target}: a leaf takes from leaves`]
    if (isWithin(target, ['lib/worker']) && !isWithin(id, ['lib/worker', 'lib/cli'])) return [`imports ${target}`]
    if (isWithin(target, ['lib/cli']) && !isWithin(id, ['lib/cli'])) return [`imports ${target}`]
    return []
  })
  return found.map((what) => ({ path, what }))
}
