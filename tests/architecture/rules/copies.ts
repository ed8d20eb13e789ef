import { Visitor } from 'oxc-parser'
import { isWithin, type Module, type Rule } from '../modules'

const places = ['app', 'lib', 'db', 'emails', 'proxy']

/**
 * A built server holds several copies of a module, and of each class in it: `instanceof` is for what the language or Node
 * brings along; all else is told by its name or shape. The door before the pages is not built: it runs as it stands.
 */
export const copies: Rule = (modules) =>
  modules
    .filter(({ id, isTest }) => !isTest && !isWithin(id, ['app/_door']) && isWithin(id, places))
    .flatMap((module) => {
      const own = ownNames(module)
      const found: { path: string; what: string }[] = []
      new Visitor({
        BinaryExpression: ({ operator, right }) => {
          if (operator !== 'instanceof') return
          const name = rootOf(right)
          if (name === undefined || own.has(name))
            found.push({ path: module.path, what: `asks instanceof ${name ?? '…'}` })
        },
      }).visit(module.program)
      return found
    })

interface Expression {
  type: string
  name?: unknown
  object?: unknown
}

/** `z` of `z.ZodError`; undefined for what is no name. */
function rootOf({ type, name, object }: Expression): string | undefined {
  if (type === 'Identifier') return String(name)
  return type === 'MemberExpression' ? rootOf(object as Expression) : undefined
}

/** What the file declares, and what it imports from anywhere but Node. */
function ownNames({ program }: Module): Set<string> {
  const names = new Set<string>()
  new Visitor({
    ImportDeclaration: ({ source, specifiers }) => {
      if (!source.value.startsWith('node:')) for (const { local } of specifiers) names.add(local.name)
    },
    ClassDeclaration: ({ id }) => void (id && names.add(id.name)),
    VariableDeclarator: ({ id }) => void (id.type === 'Identifier' && names.add(id.name)),
  }).visit(program)
  return names
}
