import { SECRET_FIELDS } from '@/lib/text/secret-fields'
import type { Field } from './field'

const NEVER_SHOWN = new RegExp(`^(\\$ACTION_.*|.*\\[\\]|${SECRET_FIELDS.join('|')}|savedKey|token|next)$`)
const OWN_WORDS = new Set(['text', 'letter', 'details'])
/** Choices, dates of a calendar and ids, which a page fills in. */
const MADE = /^([a-z-]*|\d{1,3}|\d{4}-\d\d-\d\d|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/
const LONG = 80

/**
 * What a person typed into a form that goes no further, for them to copy: never a secret. Short lines come together, first;
 * a longer text is one of its own.
 */
export function typedIn(form: readonly Field[]): string[] {
  const texts = form
    .filter(({ name, value }) => !NEVER_SHOWN.test(name) && (OWN_WORDS.has(name) || !MADE.test(value)))
    .map(({ value }) => value.replaceAll(/\r\n?/g, '\n'))
    .filter((text) => text.trim() !== '')
  const { short = [], long = [] } = Object.groupBy(texts, (text) =>
    text.length > LONG || text.includes('\n') ? 'long' : 'short',
  )
  return short.length > 0 ? [short.join('\n'), ...long] : long
}
