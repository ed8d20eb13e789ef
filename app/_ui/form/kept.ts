import type { FormValues } from '@/app/_server/form-object'
import { SECRET_FIELDS } from '@/lib/text/secret-fields'

/**
 * What is typed, as it is typed, in the tab's own storage: it outlives Back, reload, another language and a session that
 * has ended, and is gone with the tab. Never in what other tabs or later visitors could read.
 */
export interface Kept {
  values: FormValues
  /** Names of files that were chosen and have not been sent: a browser gives no page its files back. */
  files: string[]
}

const PREFIX = 'kept '
/** A tab that was left open over night does not show the next person what the last one wrote. */
const KEPT_MS = 12 * 3_600_000
/** Whoever uses the browser next is not to find the key of a saved form either. */
const SECRET = new Set([...SECRET_FIELDS, 'savedKey'])

/** Where a form is kept: whose it is, the page without its language, and the form's own name. */
export const keptKey = (owner: string, path: string, name: string): string =>
  `${PREFIX}${owner} /${path.split('/').slice(2).join('/')} ${name}`

export function readKept(key: string): Kept | undefined {
  const text = storage((all) => all.getItem(key))
  if (!text) return undefined
  const { at, ...kept } = JSON.parse(text) as Kept & { at: number }
  if (Date.now() - at < KEPT_MS) return kept
  forgetKept(key)
  return undefined
}

/** A form without fields has nothing to keep. */
export function keep(key: string, kept: Kept): void {
  if (Object.keys(kept.values).length === 0 && kept.files.length === 0) return
  storage((all) => all.setItem(key, JSON.stringify({ ...kept, at: Date.now() })))
}

export function forgetKept(key: string): void {
  storage((all) => all.removeItem(key))
}

/** Forgets all that is kept in this tab, whoever typed it. */
export const forgetAllKept = (): void => forgetWhere(() => true)

/** Forgets what others of the owner's kind have typed: of "staff:1" all of "staff:2". */
export function forgetOthers(owner: string): void {
  const [kind] = owner.split(':')
  forgetWhere((key) => key.startsWith(`${PREFIX}${kind}:`) && !key.startsWith(`${PREFIX}${owner} `))
}

function forgetWhere(fits: (key: string) => boolean): void {
  storage((all) => {
    for (const key of Object.keys(all)) if (key.startsWith(PREFIX) && fits(key)) all.removeItem(key)
  })
}

/** A browser may have no storage for this page, or no room: then nothing is kept, and the form works as ever. */
function storage<T>(work: (all: Storage) => T): T | undefined {
  try {
    return work(sessionStorage)
  } catch {
    return undefined
  }
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement

/** Whether a field holds what a person typed or chose, or was marked with `data-kept` as belonging to it. */
function isTyped(control: Control): boolean {
  if (control.name === '' || SECRET.has(control.name) || control.name.startsWith('$ACTION_')) return false
  if ('readOnly' in control && control.readOnly) return false
  return !['hidden', 'password', 'submit', 'button', 'file'].includes(control.type) || 'kept' in control.dataset
}

/**
 * What a form holds, by the names of its fields. Each field is named, so that a tick that was taken away differs from
 * one that was never there.
 */
export function typedIn(form: HTMLFormElement): Kept {
  const values: FormValues = {}
  const files: string[] = []
  for (const control of form.elements) {
    if (!isControl(control)) continue
    if (control.type === 'file') files.push(...filesOf(control).map(({ name }) => name))
    if (isTyped(control)) addTyped(values, control)
  }
  return { values, files }
}

function addTyped(values: FormValues, control: Control): void {
  const { name } = control
  const isTicked = control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)
  const value = isTicked && !control.checked ? '' : control.value
  const known = values[name]
  if (name.endsWith('[]')) values[name] = [...(Array.isArray(known) ? known : []), ...(value === '' ? [] : [value])]
  else values[name] = value === '' && typeof known === 'string' ? known : value
}

/** The files of a field; a browser has one without a name for a field that nobody used. */
export const filesOf = (control: Element | RadioNodeList | null): File[] =>
  control instanceof HTMLInputElement ? [...(control.files ?? [])].filter(({ name }) => name !== '') : []

/**
 * What was typed into fields since the page was drawn (before its scripts came, or given back by the browser), over
 * what was kept: the later of the two.
 */
export function withEdits(kept: FormValues, form: HTMLFormElement): FormValues {
  const edited = [...form.elements].filter((element) => isControl(element) && isTyped(element) && isEdited(element))
  const names = new Set(edited.map((control) => (control as Control).name))
  const { values } = typedIn(form)
  return { ...kept, ...Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name))) }
}

function isEdited(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((option) => option.selected !== option.defaultSelected && control.value !== '')
  if (['checkbox', 'radio'].includes(control.type))
    return control instanceof HTMLInputElement && control.checked !== control.defaultChecked
  return control.type !== 'hidden' && control.value !== control.defaultValue
}

/** Whether two states of one form say the same in every field that both have. */
export const isSame = (one: Kept, other: Kept): boolean =>
  one.files.join() === other.files.join() &&
  Object.entries(one.values).every(([name, value]) => String(other.values[name] ?? value) === String(value))

/** Opens what is folded around fields that hold something. */
export function unfoldTyped(form: HTMLFormElement): void {
  for (const control of form.elements) {
    if (!isControl(control) || !isTyped(control)) continue
    const isTick = control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)
    if (isTick ? !control.checked : control.value === '') continue
    for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true
  }
}
