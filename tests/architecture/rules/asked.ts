import { Visitor } from 'oxc-parser'
import { isWithin, type Rule } from '../modules'

const pools = new Set(['getDatabase', 'getReferenceDatabase', 'getHealthDatabase'])

/**
 * A pool is handed to a function (`ask`, `inScope`), never asked where it is named: those wait where the server is full, and
 * keep the parameters of a failed statement out of the log.
 */
export const asked: Rule = (modules) =>
  modules
    .filter(({ id, isTest }) => !isTest && isWithin(id, ['app', 'lib']))
    .flatMap(({ path, program }) => {
      const named = new Map<number, string>()
      const handed = new Set<number>()
      new Visitor({
        CallExpression: ({ callee, arguments: given, start }) => {
          for (const argument of given) handed.add(argument.start)
          if (callee.type === 'Identifier' && pools.has(callee.name)) named.set(start, callee.name)
        },
      }).visit(program)
      return [...named]
        .filter(([start]) => !handed.has(start))
        .map(([, name]) => ({ path, what: `asks ${name}() without ask or inScope` }))
    })
