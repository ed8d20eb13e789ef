import type { Field } from './field'
import { Refused } from './refused'

const FORM_FIELD = /^_\d{1,3}_/
const ACTION = /^\$ACTION_(REF_\d{1,3}|ID_([\da-f]{32,80}))$/
const ARGUMENTS = /^\$ACTION_(\d{1,3}):([1-9]\d?)$/
const REFERENCE = /^\$ACTION_(\d{1,3}):0$/
const ACTION_ID = /^[\da-f]{32,80}$/
const MOST_ARGUMENTS = 8
const LONGEST_ARGUMENT = 1_000

/** The value as it may go on, or why the form goes no further: the field is none that our pages send, or is of old ones. */
export type Grammar = (field: Field) => string | Refused

/**
 * What the pages' scripts send to a server action, in the one shape that ours have: texts that were bound to it, the
 * form's last state, and the form. React would decode far more, at a cost that grows faster than its length. The state goes
 * no further: no action reads it.
 */
export const scriptedCall: Grammar = ({ name, value }) => {
  if (FORM_FIELD.test(name)) return value
  return (name === '0' ? plainArguments(value) : undefined) ?? malformed()
}

const malformed = () => new Refused('malformed')

/**
 * The same for a form that a browser sends by itself: React's fields stand among its own, and name one action.
 * @param isKnown whether this version of the portal has the action
 */
export function plainCall(isKnown: (action: string) => boolean): Grammar & { isWhole: () => boolean } {
  let actions = 0
  const named = new Set<string>()
  const bound = new Set<string>()
  const known = (action: string, value: string) => (isKnown(action) ? value : new Refused('renewed'))
  const grammar: Grammar = ({ name, value }) => {
    if (!name.startsWith('$ACTION_')) return value
    named.add(name)
    if (ARGUMENTS.test(name)) return plainArguments(value) ?? malformed()
    if (REFERENCE.test(name)) {
      const reference = plainReference(value)
      if (reference?.bound) bound.add(`$ACTION_${REFERENCE.exec(name)?.[1]}:${Number(reference.bound.slice(2))}`)
      return reference ? known(reference.id, JSON.stringify(reference)) : malformed()
    }
    if (name === '$ACTION_KEY') return value
    const [, call, id] = ACTION.exec(name) ?? []
    if (call === undefined || ++actions > 1) return malformed()
    // React looks for what the action is bound to in a part of its own.
    if (id === undefined) bound.add(`$ACTION_${call.slice('REF_'.length)}:0`)
    return id === undefined ? value : known(id, value)
  }
  return Object.assign(grammar, { isWhole: () => [...bound].every((name) => named.has(name)) })
}

/** @param json what a call sends that has no form: a list of arguments */
export function plainArguments(json: string): string | undefined {
  const list = parsed(json)
  if (!Array.isArray(list) || list.length > MOST_ARGUMENTS) return undefined
  const plain = list.map(plainArgument)
  return plain.includes(undefined) ? undefined : JSON.stringify(plain)
}

const NOTHING = '$undefined'

/** React marks what is no text by a dollar, and doubles the dollar of a text. */
function plainArgument(argument: unknown): unknown {
  if (typeof argument === 'object' || argument === '$T') return NOTHING
  if (typeof argument !== 'string' || argument.length > LONGEST_ARGUMENT) return undefined
  if (/^\$(undefined|K\d{1,3})$/.test(argument) || /^(?!\$[^$])/.test(argument)) return argument.toWellFormed()
  return undefined
}

function plainReference(json: string): { id: string; bound: string | null } | undefined {
  const reference = parsed(json)
  if (typeof reference !== 'object' || reference === null) return undefined
  const { id, bound } = reference as Record<string, unknown>
  if (typeof id !== 'string' || !ACTION_ID.test(id)) return undefined
  return { id, bound: typeof bound === 'string' && /^\$@\d{1,3}$/.test(bound) ? bound : null }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
