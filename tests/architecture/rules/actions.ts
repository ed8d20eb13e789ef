import { Visitor } from 'oxc-parser'
import type { Module, Rule, Violation } from '../modules'

/** The files that hold the wrappers. */
const doors = ['app/_server/action', 'app/_server/file-action']

/** Every exported server action is built by a wrapper of app/_server, hence has an actor. */
export const actions: Rule = (modules) =>
  modules.filter(({ isTest }) => !isTest).flatMap((module) => [...exported(module), ...inline(module)])

function exported(module: Module): Violation[] {
  const { path, program, imports, directives } = module
  if (!directives.includes('use server')) return []
  const wrappers = imports.filter(({ target }) => doors.includes(target)).flatMap(({ names }) => names)
  const tell = (name: string): Violation => ({
    path,
    what: `exports ${name}, which no wrapper of app/_server has built`,
  })
  return program.body.flatMap((node): Violation[] => {
    if (node.type === 'ExportDefaultDeclaration' || node.type === 'ExportAllDeclaration') return [tell('default or *')]
    if (node.type !== 'ExportNamedDeclaration' || node.exportKind === 'type') return []
    const { declaration, specifiers } = node
    if (declaration?.type === 'VariableDeclaration') {
      return declaration.declarations.flatMap(({ id, init }) => {
        const callee = init?.type === 'CallExpression' ? init.callee : undefined
        const isWrapped = callee?.type === 'Identifier' && wrappers.includes(callee.name)
        return isWrapped ? [] : [tell(id.type === 'Identifier' ? id.name : 'a pattern')]
      })
    }
    if (declaration?.type.startsWith('TS')) return []
    if (declaration)
      return [
        tell('id' in declaration && declaration.id && 'name' in declaration.id ? declaration.id.name : 'something'),
      ]
    return specifiers.length > 0 ? [tell('a list')] : []
  })
}

/** A function that says "use server" inside a page is an action too, with no wrapper around it. */
function inline({ path, program, directives }: Module): Violation[] {
  const found: Violation[] = []
  new Visitor({
    ExpressionStatement: (node) => {
      if ('directive' in node && node.directive === 'use server')
        found.push({ path, what: 'has an action inside a function' })
    },
  }).visit(program)
  return directives.includes('use server') ? found.slice(1) : found
}
