import { SECRET_FIELDS } from '@/lib/text/secret-fields'

/** What a form becomes: text, ticks, lists and groups of them. */
export interface FormObject {
  [name: string]: FormValue
}
export type FormValue = string | boolean | string[] | FormObject

/** What was typed, by the field's own name, to fill the form again with `defaultValue={values[name]}`. */
export type FormValues = Record<string, string | string[]>

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * What was typed. A browser counts a line break as one character and sends two: here it is one again, as it was counted.
 * A call of an action may bring anything in the place of its form: whatever is none has no fields.
 */
const typedEntries = (form: unknown): [string, string][] =>
  (form instanceof FormData ? [...form] : []).flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$ACTION_') ? [[name, value.replaceAll(/\r\n?/g, '\n')]] : [],
  )

/**
 * A form as the schemas want it: "subject.lastName" is nested, "uploads[]" a list, "signature.statement?" a tick box
 * (true, or absent). An empty field is absent, as a person sees it.
 */
export function formObject(form: FormData): FormObject {
  const root: FormObject = {}
  for (const [name, value] of typedEntries(form)) {
    if (value.trim() === '') continue
    const path = name.replace(/(\[\]|\?)$/, '').split('.')
    if (path.some((part) => UNSAFE.has(part))) continue
    const leaf = path.pop() ?? ''
    const group = path.reduce(groupIn, root)
    if (name.endsWith('[]')) listIn(group, leaf).push(value)
    else group[leaf] = name.endsWith('?') ? true : value
  }
  return root
}

/** What was typed, by the field's own name again: the inverse of `formObject`. */
export function typedValues(form: FormObject, within = ''): FormValues {
  const values: FormValues = {}
  for (const [name, value] of Object.entries(form)) {
    const path = within + name
    if (value === true) values[`${path}?`] = 'on'
    else if (Array.isArray(value)) values[`${path}[]`] = value
    else if (typeof value === 'object') Object.assign(values, typedValues(value, `${path}.`))
    else if (typeof value === 'string') values[path] = value
  }
  return values
}

/** The list of that name, made where there is none: one list a name, however many fields there are. */
function listIn<T>(parent: Record<string, T | string[]>, name: string): string[] {
  const known = parent[name]
  if (Array.isArray(known)) return known
  const made: string[] = []
  parent[name] = made
  return made
}

function groupIn(parent: FormObject, name: string): FormObject {
  const known = parent[name]
  if (typeof known === 'object' && !Array.isArray(known)) return known
  const made: FormObject = {}
  parent[name] = made
  return made
}

/** What was typed, to be shown again: all but secrets and files. A repeated name is a list. */
export function formValues(form: FormData): FormValues {
  const values: FormValues = {}
  for (const [name, value] of typedEntries(form)) {
    if (SECRET_FIELDS.includes(name)) continue
    if (name.endsWith('[]')) listIn(values, name).push(value)
    else values[name] = value
  }
  return values
}
