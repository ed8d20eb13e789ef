import type { Locale } from '@/db/enums'
import type { ProfileField } from '@/lib/operators/profile-parts'
import { FieldFrame } from '../../../_ui/field-frame'
import settings from '../../settings/settings.module.css'
import styles from './part.module.css'

export interface PartWords {
  save: string
  saving: string
  saved: string
  newRow: string
  remove: string
  more: string
  none: string
  russian: string
  english: string
  /** By the last step of a field's name, or by its label. */
  fields: Record<string, string>
  hints: Record<string, string>
}

interface Held {
  textOf: (name: string) => string
  listOf: (name: string) => string | string[]
  /** With two empty ones. */
  rowsOf: (name: string) => number
  isNew: (name: string, row: number) => boolean
  errorOf: (name: string) => string | undefined
  choices: Record<string, [value: string, word: string][]>
  words: PartWords
  /** In which the page is read. */
  locale: Locale
}

interface Props {
  fields: readonly ProfileField[]
  /** The name of the row or group around them, with its point. */
  within: string
  form: Held
}

/** The fields of a part, of a row of a list, or of a group. */
export function PartFields({ fields, within, form }: Props) {
  return fields.map((field) => <PartField key={field.name} field={field} name={`${within}${field.name}`} form={form} />)
}

function PartField({ field, name, form }: { field: ProfileField; name: string; form: Held }) {
  const { words } = form
  const called = field.label ?? field.name.split('.').at(-1) ?? ''
  const label = words.fields[called] ?? ''
  switch (field.as) {
    case 'list':
      return <Rows field={field} name={name} form={form} {...(label && { title: label })} />
    case 'group':
      return (
        <fieldset className={styles.row}>
          <legend>{label}</legend>
          <PartFields fields={field.fields} within={`${name}.`} form={form} />
        </fieldset>
      )
    case 'both':
    case 'sentences':
      return (
        <div className={styles.pair}>
          {(['ru', 'en'] as const).map((locale) => (
            <Text
              key={locale}
              name={`${name}.${locale}`}
              label={`${label}, ${words[locale === 'ru' ? 'russian' : 'english']}`}
              hint={words.hints[called]}
              lang={locale}
              isLong={field.as === 'sentences'}
              form={form}
            />
          ))}
        </div>
      )
    case 'image':
      return null
    case 'choice':
      return <Select name={name} label={label} options={form.choices[field.of] ?? []} form={form} />
    case 'ticks':
      return <Ticks name={name} label={label} options={form.choices[field.of] ?? []} form={form} />
    case 'text':
    case 'number':
    case 'date':
    case 'clauses':
    case 'site':
      return <Text name={name} label={label} hint={words.hints[called]} form={form} />
  }
}

function Rows({
  field,
  name,
  title,
  form,
}: {
  field: ProfileField & { as: 'list' }
  name: string
  title?: string
  form: Held
}) {
  const { words } = form
  return (
    <div className={styles.rows}>
      {title && <h2>{title}</h2>}
      {form.errorOf(name) && (
        <p className={settings.error} tabIndex={-1} data-fault="">
          {form.errorOf(name)}
        </p>
      )}
      {Array.from({ length: form.rowsOf(name) }, (_, row) => (
        <fieldset key={row} className={styles.row}>
          <legend>
            {form.isNew(name, row) ? words.newRow : `${row + 1}. ${titleOf(field, `${name}.${row}.`, form)}`}
          </legend>
          <PartFields fields={field.fields} within={`${name}.${row}.`} form={form} />
          {!form.isNew(name, row) && (
            <label className={settings.tick}>
              <input
                type="checkbox"
                name={`${name}.${row}.remove?`}
                defaultChecked={form.textOf(`${name}.${row}.remove?`) !== ''}
              />
              {words.remove}
            </label>
          )}
        </fieldset>
      ))}
      <p className={settings.hint}>{words.more}</p>
    </div>
  )
}

/** What a row is known by: what it is called, shows or says. */
function titleOf({ fields }: ProfileField & { as: 'list' }, within: string, form: Held): string {
  const named = fields.find(({ as }) => as === 'both' || as === 'sentences' || as === 'choice')
  if (!named) return ''
  const held = form.textOf(named.as === 'choice' ? `${within}${named.name}` : `${within}${named.name}.${form.locale}`)
  const word = named.as === 'choice' ? (form.choices[named.of]?.find(([value]) => value === held)?.[1] ?? held) : held
  return word.length > TITLE ? `${word.slice(0, TITLE)}…` : word
}

const TITLE = 60

interface TextProps {
  name: string
  label: string
  hint?: string | undefined
  lang?: string
  isLong?: boolean
  form: Held
}

const looks = { frame: styles.field, hint: settings.hint, error: settings.error }

function Text({ name, label, hint, lang, isLong = false, form }: TextProps) {
  const text = { name, lang, defaultValue: form.textOf(name), autoComplete: 'off' }
  return (
    <FieldFrame styles={looks} label={label} hint={hint} error={form.errorOf(name)}>
      {(bound) => (isLong ? <textarea {...text} {...bound} rows={3} /> : <input {...text} {...bound} />)}
    </FieldFrame>
  )
}

interface OptionsProps {
  name: string
  label: string
  options: [value: string, word: string][]
  form: Held
}

function Select({ name, label, options, form }: OptionsProps) {
  return (
    <FieldFrame styles={looks} label={label} error={form.errorOf(name)}>
      {(bound) => (
        <select name={name} defaultValue={form.textOf(name)} {...bound}>
          <option value="">{form.words.none}</option>
          {options.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

function Ticks({ name, label, options, form }: OptionsProps) {
  const list = form.listOf(`${name}[]`)
  return (
    <fieldset className={styles.ticks}>
      <legend>{label}</legend>
      {/* So that none of them is an answer too. */}
      <input type="hidden" name={`${name}[]`} value="" />
      {options.map(([value, word]) => (
        <label key={value} className={settings.tick}>
          <input type="checkbox" name={`${name}[]`} value={value} defaultChecked={list.includes(value)} />
          {word}
        </label>
      ))}
    </fieldset>
  )
}
