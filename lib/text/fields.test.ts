import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { code, date, draft, email, line, name, phone, requiredName, requiredWords, words } from './fields'

/** Letters of many scripts, and all that comes along when a text is copied. */
const pasted = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        ...['Анна', 'e\u0301', 'и\u0306', 'ß', 'ﬁ', 'क्\u200Dष', 'می\u200Cخواهم', '👩\u200D👧'],
        ...['\u202E', '\u2066', '\u200F', '\u061C', '\u200B', '\u00AD', '\uFEFF', '\u3164', '\u2800', '\u{E0041}'],
        ...['\0', '\u0007', '\t', '\r\n', '\r', '\u0085', '\u2028', '\u00A0', '\u2003', '\uD800', '-', '—', '−', ' – '],
        ...['@', '.', 'рф', 'mail.ru', '+7', '8 (912)', 'доб. 12', '31.12.', '1985', '№', '<', '>'],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const LIMIT = 40
const fields = {
  line: line(LIMIT),
  code: code(LIMIT),
  name: name(LIMIT),
  words: words(LIMIT),
  email: email(),
  phone: phone(LIMIT),
  date: date(),
}
const deceiving = /\p{Bidi_Control}|[^\P{Cc}\n\t]|\p{Surrogate}/u
const seen = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u

describe.each(Object.entries(fields))('%s', (kind, field) => {
  const taken = (text: string) => z.safeParse(field, text).data

  it('is the same when it is taken in again', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const once = taken(text)
        fc.pre(once !== undefined)
        expect(taken(once)).toBe(once)
      }),
    )
  })

  it('holds nothing that deceives, and is empty or seen', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const value = taken(text)
        fc.pre(value !== undefined)
        expect(value).not.toMatch(deceiving)
        if (value !== '') expect(value).toMatch(seen)
      }),
    )
  })

  it('is never longer than its limit', () => {
    const limit = kind === 'email' ? 254 : LIMIT
    fc.assert(
      fc.property(fc.array(pasted, { maxLength: 20 }), (texts) => {
        expect((taken(texts.join('')) ?? '').length).toBeLessThanOrEqual(limit)
      }),
    )
  })

  it('refuses 5 MB at once', () => {
    for (const unit of ['a', ' ', '.', ',', '\u0301', '\u202E', '\r\n', '+7 ']) {
      const text = unit.repeat(5_000_000 / unit.length)
      const from = performance.now()
      expect(z.safeParse(field, text).error?.issues).toMatchObject([
        { message: expect.stringMatching(/^tooLong \d+$/) as string },
      ])
      expect(performance.now() - from).toBeLessThan(200)
    }
  })
})

describe('a text of many lines', () => {
  it('stays as it was written', () => {
    const typed = 'Прошу:\n\t— «удалить» всё…\n\n и\u0306 e\u0301 ﬁ 👩\u200D👧 \u00A0№\u00A05'
    expect(z.parse(words(200), typed)).toBe(typed)
  })

  it('keeps its blanks while it is being written', () => {
    expect(z.parse(draft(200), ' Здравствуйте,\r\n\u202E ')).toBe(' Здравствуйте,\n ')
    expect(z.safeParse(draft(2), 'a\r\nb').error?.issues).toMatchObject([{ message: 'tooLong 2' }])
  })

  it('loses what shows it otherwise', () => {
    expect(z.parse(words(200), 'a\u202Eb\u0000c\u2067d\r\ne\u2028f')).toBe('abcd\ne\nf')
  })

  it.each(['', ' \r\n ', '\u200B\u2060', '\u3164', '\u202E\u202C'])('of nothing to see is none: %j', (text) => {
    expect(z.safeParse(requiredWords(200), text).error?.issues).toMatchObject([{ message: 'required' }])
  })
})

describe('a name', () => {
  it.each([
    ['  Салтыков –  Щедрин ', 'Салтыков-Щедрин'],
    ['Андреи\u0306', 'Андрей'],
    ['Ива\u00ADнова', 'Иванова'],
    ['\u202Eавонави', 'авонави'],
    ['Анна\tМария', 'Анна Мария'],
    ['Мария\u00A0де\u2009ла Крус', 'Мария де ла Крус'],
    ['محمد\u200Cرضا', 'محمد\u200Cرضا'],
    ['王', '王'],
    ['—', ''],
  ])('%j is %j', (typed, stored) => expect(z.parse(name(100), typed)).toBe(stored))

  it.each(['\u200B', '\u3164', '\u2800', '-'])('that nobody sees is none: %j', (typed) => {
    expect(z.safeParse(requiredName(100), typed).error?.issues).toMatchObject([{ message: 'required' }])
  })
})
