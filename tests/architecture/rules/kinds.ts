import { Visitor } from 'oxc-parser'
import { requestKinds } from '@/db/enums'
import { isWithin, type Module, type Rule, type Violation } from '../modules'

const places = ['app', 'lib', 'db', 'emails', 'proxy']
const registry = ['db/kinds', 'db/enums']

interface Node {
  type: string
  name?: unknown
  value?: unknown
  property?: unknown
  expression?: unknown
  literal?: unknown
}

/**
 * What a kind of request is, db/kinds alone says, where the compiler asks for each: elsewhere nothing tells kinds apart by
 * their names, nor lists some of them, since a new one would be missed there in silence.
 */
export const kinds: Rule = (modules) =>
  modules.filter(({ id, isTest }) => !isTest && isWithin(id, places) && !isWithin(id, registry)).flatMap(namesKinds)

function namesKinds({ path, program }: Module): Violation[] {
  const found: Violation[] = []
  const tell = (what: string) => found.push({ path, what })
  const listed = (nodes: readonly unknown[]) => {
    const named = nodes.map(kindIn).filter((kind) => kind !== undefined)
    if (named.length > 1) tell(`lists ${named.join(', ')}`)
  }
  new Visitor({
    BinaryExpression: ({ left, right }) => {
      const kind = (isKind(left) && kindIn(right)) || (isKind(right) && kindIn(left))
      if (kind) tell(`tells ${kind} apart`)
    },
    SwitchStatement: ({ discriminant, cases }) => {
      const named = cases.map(({ test }) => kindIn(test)).filter((kind) => kind !== undefined)
      if (isKind(discriminant) && named.length > 0) tell(`tells ${named.join(', ')} apart`)
    },
    ArrayExpression: ({ elements }) => listed(elements),
    ObjectExpression: ({ properties }) => listed(properties.map((each) => ('key' in each ? each.key : undefined))),
    TSUnionType: ({ types }) => listed(types),
  }).visit(program)
  return found
}

/** `kind`, `offered.kind`, `givenKind`. */
function isKind(node: unknown): boolean {
  if (!isNode(node)) return false
  if (node.type === 'ChainExpression') return isKind(node.expression)
  if (node.type === 'MemberExpression') return isKind(node.property)
  return node.type === 'Identifier' && /^kind$|Kind$/.test(String(node.name))
}

/** The kind that a literal, a key or a type names. */
function kindIn(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'TSLiteralType') return kindIn(node.literal)
  const name = node.type === 'Literal' ? node.value : node.type === 'Identifier' ? node.name : undefined
  return requestKinds.find((kind) => kind === name)
}

const isNode = (node: unknown): node is Node => typeof node === 'object' && node !== null && 'type' in node
