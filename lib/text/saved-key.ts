import { cleanCode } from './characters'
import { foldLookAlikes } from './look-alikes'

/** Of how many digits a key is: 66 bits, more than anybody can try out. */
export const KEY_DIGITS = 20

const GROUP = 4

/** "4821 0937 5560 1284 7719": in groups that are read aloud, written down and typed one by one. */
export const formatSavedKey = (key: string): string =>
  Array.from({ length: Math.ceil(key.length / GROUP) }, (_, n) => key.slice(n * GROUP, (n + 1) * GROUP)).join(' ')

const label = /^\s*(?:КЛЮЧ|KEY)(?=[^\p{L}\d]|\d)/u
const separators = /[\s._/\\,:;()№#-]+/g

/** Letters that are taken for digits, in somebody's hand or on the keys; capitals, look-alikes folded to Latin. */
const digits: Record<string, string> = {
  O: '0',
  I: '1',
  L: '1',
  '|': '1',
  Z: '2',
  З: '3',
  Ч: '4',
  S: '5',
  Б: '6',
  B: '8',
}

/** The digits of a key, however they were typed. Undefined for what can be none. */
export function readSavedKey(typed: string): string | undefined {
  const text = cleanCode(typed).normalize('NFKC').toUpperCase().replace(label, '').replaceAll(separators, '')
  const key = foldLookAlikes(text).replaceAll(/\D/g, (letter) => digits[letter] ?? letter)
  return key.length === KEY_DIGITS && /^[0-9]+$/.test(key) ? key : undefined
}
