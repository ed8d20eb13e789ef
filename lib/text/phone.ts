import { cleanCode } from './characters'

export interface Phone {
  /** All digits with the country's code, without plus and zeros before it: "79123456789". */
  digits: string
  /** What is dialled after the answer; empty where there is none. */
  extension: string
}

const before = /^(?:(?:тел(?:ефон)?|моб(?:ильный)?|т|tel(?:ephone)?|phone|mob(?:ile)?)[.:\s]*)+/iu
const extension =
  /(?:[\s,;(]*(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:ension)?|x|х|#|,|;)[.:)\s]*(?:№\s*)?|;ext=)(\d{1,6})\)?$/iu
/** Whose number it is, or when to call: in brackets, or words behind it. */
const remark =
  /(?:\s*\((?!\s*(?:доб|вн|ext))[^()]*\p{L}[^()]*\)|[\s,;]+(?!(?:доб|вн|ext)\p{L}*[.:)\s]*$)\p{L}[^\d]*)$/iu
const shape = /^\+?[\d\s().\-/]+$/

/** One line, with what a phone's book puts before a number taken away. */
export const cleanPhone = (text: string): string => cleanCode(text).normalize('NFKC').replace(before, '').trim()

/**
 * A number of any country, with an extension or without. A Russian one begins with +7, 8 or nothing before its ten digits;
 * 00 and 8 10 lead abroad. Undefined for what cannot be dialled: fewer than 5 digits or more than 15 (E.164).
 */
export function readPhone(text: string): Phone | undefined {
  const line = cleanPhone(text).replace(remark, '')
  const found = extension.exec(line)
  const number = (found ? line.slice(0, found.index) : line).trim()
  if (!shape.test(number)) return undefined
  const digits = withCountry(number.replaceAll(/\D/g, ''), number.startsWith('+'))
  return digits.length >= 5 && digits.length <= 15 ? { digits, extension: found?.[1] ?? '' } : undefined
}

/** What all spellings of one number have in common. The extension leads to a person behind it, not to another number. */
export const phoneKey = (typed: string): string => readPhone(typed)?.digits ?? typed.replaceAll(/\D/g, '')

/** For a link that dials it (RFC 3966). */
export function phoneHref(typed: string): string {
  const phone = readPhone(typed)
  if (!phone) return `tel:${typed.replaceAll(/[^\d+]/g, '')}`
  const plus = phone.digits.length > 10 || cleanPhone(typed).startsWith('+') ? '+' : ''
  return `tel:${plus}${phone.digits}${phone.extension && `;ext=${phone.extension}`}`
}

function withCountry(digits: string, hasPlus: boolean): string {
  // "+8 9…" is a slip of the pen: no country has that code.
  if (hasPlus) return digits.replace(/^8(?=9\d{9}$)/, '7')
  if (/^(?:00|810)\d{9,}$/.test(digits)) return digits.replace(/^(?:00|810)/, '')
  if (digits.length === 11) return digits.replace(/^8/, '7')
  return digits.length === 10 ? `7${digits}` : digits
}
