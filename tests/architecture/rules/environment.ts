import { Visitor } from 'oxc-parser'
import { isWithin, type Rule } from '../modules'

/** lib/env.ts alone reads the environment; the settings files of tools, and tests, are not the product. */
export const environment: Rule = (modules) =>
  modules
    .filter(({ id, isTest }) => !isTest && id !== 'lib/env' && isWithin(id, ['app', 'lib', 'db', 'emails', 'proxy']))
    .flatMap(({ path, program }) => {
      const found: { path: string; what: string }[] = []
      const tell = () => found.push({ path, what: 'reads process.env' })
      const isEnv = (key: { type: string; name?: unknown; value?: unknown }) =>
        key.name === 'env' || key.value === 'env'
      new Visitor({
        MemberExpression: ({ object, property }) => {
          if (object.type === 'Identifier' && object.name === 'process' && isEnv(property)) tell()
        },
        VariableDeclarator: ({ id, init }) => {
          const isProcess = init?.type === 'Identifier' && init.name === 'process'
          if (isProcess && id.type === 'ObjectPattern' && id.properties.some((p) => 'key' in p && isEnv(p.key))) tell()
        },
        ImportDeclaration: ({ source, specifiers }) => {
          const isProcess = source.value === 'node:process' || source.value === 'process'
          if (isProcess && specifiers.some((s) => s.type === 'ImportSpecifier' && isEnv(s.imported))) tell()
        },
      }).visit(program)
      return found
    })
