import { Visitor } from 'oxc-parser'
import { isWithin, type Rule } from '../modules'

/** The processes' own ends, which set the clock for all others. */
const outside = ['lib/worker', 'lib/cli', 'lib/demo-mail', 'lib/log']

/** No rule and no command asks the machine what time it is: `ctx.now` is given. Reading a given value is fine. */
export const clock: Rule = (modules) =>
  modules
    .filter(({ id, isTest }) => !isTest && isWithin(id, ['lib', 'emails']) && !isWithin(id, outside))
    .flatMap(({ path, program }) => {
      const found: { path: string; what: string }[] = []
      const tell = (what: string) => found.push({ path, what: `calls ${what}` })
      new Visitor({
        NewExpression: ({ callee, arguments: given }) => {
          if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) tell('new Date()')
        },
        CallExpression: ({ callee }) => {
          if (callee.type === 'Identifier' && callee.name === 'Date') tell('Date()')
        },
        MemberExpression: ({ object, property }) => {
          if (object.type !== 'Identifier' || property.type !== 'Identifier') return
          if (object.name === 'Date' && property.name === 'now') tell('Date.now()')
          if (object.name === 'Temporal' && property.name === 'Now') tell('Temporal.Now')
        },
      }).visit(program)
      return found
    })
