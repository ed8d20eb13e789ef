import type { OperatorProfile } from '@/db/operators'
import { markOf, profileValues } from './profile-form'
import { type Choice, type ProfileField, type ProfilePart, profilePartNames, profileParts } from './profile-parts'

/** What one field of a part held and holds, row by row where it has rows; `field` is the key of its label, if it has one. */
export interface FieldChange {
  field: string
  removed: string[]
  added: string[]
}

export interface PartChange {
  part: ProfilePart
  fields: FieldChange[]
}

/** What a choice is called. */
type Word = (choice: Choice, value: string) => string

/** What differs between two profiles, as a person reads it. Rows that have only changed their places are left out. */
export function changesBetween(before: OperatorProfile, after: OperatorProfile, word: Word): PartChange[] {
  return profilePartNames.flatMap((part) => {
    const [old, now] = [profileValues(part, before), profileValues(part, after)]
    const fields = profileParts[part].flatMap((field: ProfileField) => {
      const [was, is] = [textsOf(field, old, word), textsOf(field, now, word)]
      const [removed, added] = [was.filter((text) => !is.includes(text)), is.filter((text) => !was.includes(text))]
      const called = field.label ?? field.name.split('.').at(-1) ?? ''
      return removed.length + added.length > 0 ? [{ field: called, removed, added }] : []
    })
    return fields.length > 0 ? [{ part, fields }] : []
  })
}

type Values = ReturnType<typeof profileValues>

/** What a field says: each row of a list one text, each tick one. */
function textsOf(field: ProfileField, values: Values, word: Word): string[] {
  if (field.as === 'ticks') return [values[`${field.name}[]`] ?? []].flat().map((value) => word(field.of, value))
  const texts =
    field.as === 'list'
      ? rowsOf(field.name, values).map((row) => within(field, row, values, word))
      : [text(field, field.name, values, word)]
  return texts.filter((each) => each !== '')
}

/** "contacts.0", "contacts.1": the rows that the values name. */
const rowsOf = (name: string, values: Values): string[] => [
  ...new Set(Object.keys(values).flatMap((key) => new RegExp(`^${name}\\.\\d+`).exec(key)?.[0] ?? [])),
]

const within = ({ fields }: { fields: readonly ProfileField[] }, row: string, values: Values, word: Word): string =>
  fields
    .map((field) => text(field, `${row}.${field.name}`, values, word))
    .filter(Boolean)
    .join(' · ')

/** Two pictures of one size are not the same. */
const pictureName = (address: string): string =>
  `PNG, ${Math.ceil((address.length * 3) / 4_000)} KB (${markOf(address).slice(0, 6)})`

function text(field: ProfileField, name: string, values: Values, word: Word): string {
  const value = (at: string) => String(values[at] ?? '')
  switch (field.as) {
    case 'both':
    case 'sentences': {
      const [ru, en] = [value(`${name}.ru`), value(`${name}.en`)]
      return ru === en ? ru : [ru, en].filter(Boolean).join(' / ')
    }
    case 'choice':
      return value(name) && word(field.of, value(name))
    case 'group':
      return within(field, name, values, word)
    case 'image':
      return value(name) && pictureName(value(name))
    case 'list':
    case 'ticks':
      return ''
    case 'text':
    case 'site':
    case 'number':
    case 'date':
    case 'clauses':
      return value(name)
  }
}
