import { createHash } from 'node:crypto'
import { z } from 'zod'
import { askFields, askLevels, bilingualSchema, type OperatorProfile, operatorProfileSchema } from '@/db/operators'
import { requestKinds } from '@/db/enums'
import { cleanTypeset } from '@/lib/text/characters'
import { cleanDate, writeDate } from '@/lib/text/dates'
import { cleanSite } from '@/lib/text/site'
import { membersOf, type ProfileField, type ProfilePart, profileParts } from './profile-parts'

/** The longest text of a profile, in characters. */
const TEXT_LIMIT = 2_000

type Values = Record<string, string | string[]>
type Part = Partial<OperatorProfile>
type Group = Record<string, unknown>

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Two members are kept by their keys, and are rows in a form. */
const keyedRows: Record<string, { row: z.ZodType; to: (member: never) => Group[]; from: (rows: Group[]) => Group }> = {
  sections: {
    row: z.object({ key: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/), label: bilingualSchema }),
    to: (sections: OperatorProfile['sections']) => Object.entries(sections).map(([key, label]) => ({ key, label })),
    from: (rows) => Object.fromEntries(rows.map(({ key, label }) => [String(key), label])),
  },
  askByKind: {
    row: z.object({ kind: z.enum(requestKinds), field: z.enum(askFields), level: z.enum(askLevels) }),
    to: (asked: OperatorProfile['askByKind']) =>
      Object.entries(asked).flatMap(([kind, levels]) =>
        Object.entries(levels).map(([field, level]) => ({ kind, field, level })),
      ),
    from: (rows) =>
      Object.fromEntries(
        Object.entries(Object.groupBy(rows, ({ kind }) => String(kind))).map(([kind, asked = []]) => [
          kind,
          Object.fromEntries(asked.map(({ field, level }) => [String(field), level])),
        ]),
      ),
  },
}

/** By these of its fields a row of a list differs from all others. */
const rowKeys: Record<string, string[]> = { sections: ['key'], askByKind: ['kind', 'field'], frames: ['site'] }

/** The rows whose keys an earlier row has: one of the two would be lost. */
function repeated(rows: readonly Group[], keys: readonly string[]): string[][] {
  const seen = new Set<string>()
  return rows.flatMap((row, at) => {
    const before = seen.size
    seen.add(JSON.stringify(keys.map((key) => row[key])))
    return seen.size === before ? [[String(at), keys.at(-1) ?? '']] : []
  })
}

/** What the fields of a part hold, by their names: "contacts.0.value.ru", "consentScopes[]". */
export function profileValues(part: ProfilePart, profile: OperatorProfile): Values {
  const values: Values = {}
  const write = (fields: readonly ProfileField[], source: Group, within: string) => {
    for (const field of fields) writeField(field, at(source, field.name), `${within}${field.name}`)
  }
  const writeField = (field: ProfileField, value: unknown, name: string) => {
    if (field.as === 'list') rowsOf(field.name, value).forEach((row, n) => write(field.fields, row, `${name}.${n}.`))
    else if (field.as === 'group') write(field.fields, isGroup(value) ? value : {}, `${name}.`)
    else if (field.as === 'both' || field.as === 'sentences')
      for (const locale of ['ru', 'en']) values[`${name}.${locale}`] = textOf(isGroup(value) ? value[locale] : '')
    else if (field.as === 'ticks') values[`${name}[]`] = value as string[]
    else if (field.as === 'clauses') values[name] = ((value as string[] | undefined) ?? []).join(', ')
    else values[name] = field.as === 'date' ? writeDate(textOf(value)) : textOf(value)
  }
  write(profileParts[part], profile, '')
  return values
}

/** Of two states of the same thing whether they are one: a form carries it, so that nobody saves over what they have not seen. */
export const markOf = (state: unknown): string =>
  createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 22)

/** What was typed into a part, as it would stand in the profile; or what is wrong, by field. */
export function readPart(
  part: ProfilePart,
  form: Group,
): { ok: true; patch: Part } | { ok: false; fields: Record<string, string[]> } {
  const patch: Group = {}
  // The number that a row has in the form, by its place in what is left of the list.
  const rowNumbers = new Map<string, number[]>()
  for (const field of profileParts[part]) put(patch, field.name, read(field, at(form, field.name), rowNumbers))
  const fields: Record<string, string[]> = {}
  for (const member of membersOf(part)) {
    const schema = keyedRows[member] ? z.array(keyedRows[member].row) : operatorProfileSchema.shape[member]
    for (const { path, code } of schema.safeParse(patch[member]).error?.issues ?? []) {
      const whole = [member, ...path]
      fields[formPath(whole, rowNumbers)] ??= [faultOf(whole, at(patch, whole.join('.')), code)]
    }
    // A picture is as long as its schema lets it be.
    const words = profileParts[part].some(({ as }: ProfileField) => as === 'image') ? undefined : patch[member]
    for (const path of tooLong(words, [member])) fields[formPath(path, rowNumbers)] = [`tooLong ${TEXT_LIMIT}`]
    const rows = patch[member]
    const keys = rowKeys[member]
    if (!keys || !Array.isArray(rows)) continue
    for (const path of repeated(rows as Group[], keys)) {
      fields[formPath([member, ...path], rowNumbers)] ??= ['twice']
    }
    patch[member] = keyedRows[member]?.from(rows as Group[]) ?? rows
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, patch }
}

function read(field: ProfileField, value: unknown, rowNumbers: Map<string, number[]>): unknown {
  const group = isGroup(value) ? value : {}
  if (field.as === 'list') {
    const kept = Object.entries(group).filter(([, row]) => isGroup(row) && row['remove'] !== true)
    rowNumbers.set(
      field.name,
      kept.map(([number]) => Number(number)),
    )
    if (kept.length === 0 && field.empty) return undefined
    return kept.map(([, row]) => readAll(field.fields, row as Group, rowNumbers))
  }
  if (field.as === 'group') return Object.keys(group).length > 0 ? readAll(field.fields, group, rowNumbers) : null
  if (field.as === 'ticks') return Array.isArray(value) ? value : []
  if (field.as === 'choice') return clean(value)
  if (field.as === 'image') return clean(value) || null
  if (field.as === 'clauses')
    return clean(value)
      .split(/[,;]/)
      .flatMap((clause) => clause.trim() || [])
  if (field.as === 'both' || field.as === 'sentences') {
    if (field.empty && Object.keys(group).length === 0) return field.empty === 'null' ? null : undefined
    return { ru: clean(group['ru']), en: clean(group['en']) }
  }
  const text = clean(value)
  if (text === '' && field.empty) return field.empty === 'null' ? null : undefined
  if (field.as === 'number') return /^\d+$/.test(text) ? Number(text) : Number.NaN
  return field.as === 'date' ? cleanDate(text) : field.as === 'site' ? cleanSite(text) : text
}

function readAll(fields: readonly ProfileField[], group: Group, rowNumbers: Map<string, number[]>): Group {
  const all: Group = {}
  for (const field of fields) {
    const value = read(field, at(group, field.name), rowNumbers)
    if (value !== undefined) put(all, field.name, value)
  }
  return all
}

const clean = (value: unknown): string => (typeof value === 'string' ? cleanTypeset(value) : '')

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

function rowsOf(name: string, value: unknown): Group[] {
  return keyedRows[name]?.to(value as never) ?? (value as Group[] | undefined) ?? []
}

function at(source: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Group | undefined)?.[step], source)
}

function put(target: Group, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0) target[first] = value
  else put((target[first] ??= {}) as Group, rest.join('.'), value)
}

/** Where a text is longer than it may be. */
const tooLong = (value: unknown, path: string[]): string[][] =>
  typeof value === 'string'
    ? value.length > TEXT_LIMIT
      ? [path]
      : []
    : Object.entries(value ?? {}).flatMap(([name, inner]) => tooLong(inner, [...path, name]))

/** A clause has no field of its own, and a fault of two languages stands at the second. */
function formPath(path: readonly PropertyKey[], rowNumbers: Map<string, number[]>): string {
  const [member, row, ...rest] = path.map(String)
  const number = rowNumbers.get(member ?? '')?.[Number(row)]
  const steps = number === undefined ? [member, row, ...rest] : [member, String(number), ...rest]
  const end = steps.indexOf('clauses')
  return (end < 0 ? steps : steps.slice(0, end + 1)).filter((step) => step !== undefined).join('.')
}

/** What is wrong with a whole profile, by its fields. */
export function fieldFaults(profile: OperatorProfile, issues: readonly z.core.$ZodIssue[]): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const { path, code } of issues) {
    const name = path.join('.')
    fields[name] ??= [faultOf(path, at(profile, name), code)]
  }
  return fields
}

const byName: Record<string, string> = {
  slug: 'badSlug',
  code: 'badCode',
  ogrn: 'badOgrn',
  inn: 'badInn',
  timeZone: 'badZone',
  href: 'badHref',
  site: 'badUrl',
  policyUrl: 'badUrl',
  policyDate: 'dateIncomplete',
  accentHue: 'badHue',
  minimumAge: 'badAge',
  key: 'badWord',
  ru: 'notRussian',
  en: 'notEnglish',
}

function faultOf(path: readonly PropertyKey[], value: unknown, code: string): string {
  const isEmpty = value === '' || value === undefined || (Array.isArray(value) && value.length === 0)
  if (Array.isArray(value) && path.length === 1) return code === 'too_big' ? 'tooMany' : 'noRow'
  if (path[0] === 'frames' && !isEmpty) return 'badSite'
  if (isEmpty || code === 'invalid_value') return 'required'
  return byName[String(path.at(-1))] ?? (code === 'custom' ? 'sameText' : 'badValue')
}
