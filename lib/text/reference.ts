import { cleanCode } from './characters'
import { onEnglishKeys } from './keyboard'
import { foldLookAlikes } from './look-alikes'

/** What of a registration number was typed: all of "IM-2026-000123", or as little as "123". */
export interface TypedReference {
  /** How the letters before the number can be read as a clinic's code, in Latin capitals. Empty where none were typed. */
  codes: string[]
  year?: number
  number: number
}

/** The registration number as people write it: "IM-2026-000123", per operator and year. */
export function formatReference(code: string, year: number, number: number): string {
  return `${code}-${year}-${String(number).padStart(6, '0')}`
}

const signs = /№|#|(?:^|[^\p{L}])(?:НОМЕР|ЗАПРОС|ОБРАЩЕНИЕ|NUMBER|REQUEST|CASE|NO|N)(?=[^\p{L}]|$)/gu
const separators = /[\s._/\\,:;()-]+/g

/**
 * Reads a registration number whatever keys it was typed with: small letters, Cyrillic ones, "№", blanks, dots and dashes of
 * any kind or nothing between its parts, without the code, the year or the zeros. Undefined for what is no such number.
 */
export function readReference(typed: string): TypedReference | undefined {
  const text = cleanCode(typed)
    .toUpperCase()
    .replaceAll(signs, ' ')
    .normalize('NFKC')
    .replaceAll(separators, '-')
    .replaceAll(/^-|-$/g, '')
  const [, letters = '', year, number] =
    /^(?:(\p{L}{2,4})-?)?(?:(\d{4})-)?([\dОO]{1,9})$/u.exec(text) ??
    /^(\p{L}{2,4})-?(\d{4})([\dОO]{6})$/u.exec(text) ??
    []
  if (!number || !/\d/.test(number)) return undefined
  return {
    codes: codesOf(letters),
    ...(year && { year: Number(year) }),
    number: Number(number.replaceAll(/[ОO]/g, '0')),
  }
}

const cyrillic = 'АБВГДЕЗИЙКЛМНОПРСТУФХЭЮЯ'
const spoken = 'ABVGDEZIYKLMNOPRSTUFHEUA'

/** A Cyrillic code as it looks, as it is spoken, and as it stands on the same keys of an English keyboard. */
function codesOf(letters: string): string[] {
  const readings = [
    foldLookAlikes(letters),
    Array.from(letters, (letter) => spoken[cyrillic.indexOf(letter)] ?? letter).join(''),
    onEnglishKeys(letters),
  ]
  return [...new Set(readings)].filter((code) => /^[A-Z]{2,4}$/.test(code))
}
