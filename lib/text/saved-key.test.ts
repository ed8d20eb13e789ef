import { describe, expect, it } from 'vitest'
import { formatSavedKey, KEY_DIGITS, readSavedKey } from './saved-key'

const key = '01234568901234568905'

describe('the key of a saved form', () => {
  it('is more than anybody can try out', () => {
    expect(KEY_DIGITS * Math.log2(10)).toBeGreaterThan(64)
  })

  it('is written in groups, and reads back', () => {
    expect(formatSavedKey(key)).toBe('0123 4568 9012 3456 8905')
    expect(readSavedKey(formatSavedKey(key))).toBe(key)
  })

  it.each([
    ['without blanks', '01234568901234568905'],
    ['with blanks of every width', '0123\u00A04568\u20099012  3456\t8905'],
    ['with dashes of every kind', '0123-4568–9012—3456−8905'],
    ['with dots, a line break and blanks around', ' 0123.4568.9012\n3456.8905 '],
    ['with invisible characters', '0123\u200B4568\u00AD9012\uFEFF34568905'],
    ['with what it is called', 'Ключ: 0123 4568 9012 3456 8905'],
    ['with what it is called, in English', 'key 0123 4568 9012 3456 8905'],
    ['in full width', '０１２３ ４５６８ ９０１２ ３４５６ ８９０５'],
    ['with Latin letters for digits', 'oIz3 4s6b 9O12 3456 89OS'],
    ['with Cyrillic letters for digits', 'оі2з чѕбв 9О12 Зч5Б 8905'],
  ])('is understood %s', (_how, typed) => {
    expect(readSavedKey(typed)).toBe(key)
  })

  it.each([
    ['nothing', ''],
    ['a digit too few', key.slice(1)],
    ['a digit too many', `${key}0`],
    ['letters that are no digits', key.replace('0', 'Ю')],
    ['digits of another script', key.replace('0', '٠')],
    ['a number of no size', '9'.repeat(400)],
  ])('is none: %s', (_what, typed) => {
    expect(readSavedKey(typed)).toBeUndefined()
  })
})
