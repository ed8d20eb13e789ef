import { cleanLine } from './characters'
import { onEnglishKeys, onRussianKeys } from './keyboard'
import { foldLookAlikes } from './look-alikes'

interface NameParts {
  lastName: string
  firstName: string
  middleName: string
}

/** Letters that no decomposition leads back to the one people type for them. */
const strokes: Record<string, string> = { Ø: 'O', Ł: 'L', Đ: 'D', Ħ: 'H', Æ: 'AE', Œ: 'OE' }

/** The words of a name as they are compared: no case, no accents (ё is е, й is и), look-alikes as one, no apostrophes. */
function wordsOf(name: string): string[] {
  const letters = cleanLine(name)
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F'’‘ʼʹ`´′]/g, '')
    .toUpperCase()
    .replaceAll(/[ØŁĐĦÆŒ]/g, (letter) => strokes[letter] ?? letter)
  return foldLookAlikes(letters).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Words in any order are one key. */
const keyOf = (words: readonly string[]): string => [...words].sort().join(' ')
const unique = (keys: string[]): string[] => [...new Set(keys.filter(Boolean))]

/**
 * What a person is found by: the surname, or each half of a double one; with the first name; with both names; the two names
 * without the surname. A first name alone would be half the register: it is a key only of who has no surname.
 */
export function personKeys({ lastName, firstName, middleName }: NameParts): string[] {
  const [last, first, middle] = [wordsOf(lastName), wordsOf(firstName), wordsOf(middleName)]
  if (last.length === 0) return unique([keyOf(first), keyOf([...first, ...middle])])
  const halves = last.length > 1 ? last.map((half) => [half]) : []
  const surnames = [last, [last.join('')], ...halves]
  return unique([
    ...surnames.flatMap((surname) => [
      keyOf(surname),
      keyOf([...surname, ...first]),
      keyOf([...surname, ...first, ...middle]),
    ]),
    middle.length > 0 ? keyOf([...first, ...middle]) : '',
  ])
}

/** Surname and first name together, as `personKeys` has them; undefined for who gave but one. */
export function fullNameKey({ lastName, firstName }: Pick<NameParts, 'lastName' | 'firstName'>): string | undefined {
  const [last, first] = [wordsOf(lastName), wordsOf(firstName)]
  return last.length > 0 && first.length > 0 ? keyOf([...last, ...first]) : undefined
}

/** What an office or an official is found by: the whole of it, in any order. */
export const lineKeys = (line: string): string[] => unique([keyOf(wordsOf(line))])

/**
 * The keys that a typed name can have been stored under. Initials narrow nothing down: "Иванова А. П." is looked for by the
 * surname. Two words may be one that was stored without its hyphen. The keyboard may have been in the other language.
 */
export const typedNameKeys = (typed: string): string[] =>
  unique([typed, onRussianKeys(typed), onEnglishKeys(typed)].flatMap(keysAsTyped))

function keysAsTyped(typed: string): string[] {
  const words = wordsOf(typed)
  const long = words.filter((word) => word.length > 1)
  return [keyOf(words), keyOf(long), words.length <= 3 ? words.join('') : '']
}
