import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatReference, readReference } from './reference'

describe('a registration number', () => {
  it.each([
    ...[
      'AM-2026-000020',
      'am-2026-20',
      'АМ-2026-000020',
      'ам 2026 20',
      '№ AM 2026 20',
      '№АМ-2026-000020',
      'AM2026000020',
    ],
    ...['AM.2026.20', 'AM/2026/20', 'AM_2026_20', 'AM – 2026 – 000020', 'AM−2026−000020', 'обращение № АМ-2026-000020'],
    ...['Номер: AM-2026-20', 'No. AM-2026-20', 'N AM-2026-20', '#AM-2026-20', 'AM-2026-OOOO2O'],
    ...['ＡＭ－２０２６－０００020', 'AM\u200B-2026\u00AD-000020', '(AM-2026-000020)', 'AM-2026-000020.', 'AМ-2026-20'],
  ])('%j is read', (typed) => {
    const { codes, ...rest } = readReference(typed) ?? { codes: [] }
    expect(rest).toEqual({ year: 2026, number: 20 })
    expect(codes).toContain('AM')
  })

  it.each([
    ['20', { codes: [], number: 20 }],
    ['№ 000020', { codes: [], number: 20 }],
    ['2026-20', { codes: [], year: 2026, number: 20 }],
    ['2026 / 000020', { codes: [], year: 2026, number: 20 }],
    ['AM 20', { codes: ['AM'], number: 20 }],
  ])('%j is enough', (typed, reference) => expect(readReference(typed)).toEqual(reference))

  it.each([
    ['ИМ-2026-20', 'IM'],
    ['ШЬ-2026-20', 'IM'],
    ['ФЬ-2026-20', 'AM'],
  ])('%j is a code spoken, or typed on the keys of another alphabet', (typed, code) => {
    expect(readReference(typed)?.codes).toContain(code)
  })

  it.each(['', '№', 'AM-', 'Иванова', 'anna@mail.ru', '+7 912 345-67-89', '9123456789', 'OOO', '20 30 40'])(
    '%j is none',
    (typed) => expect(readReference(typed)).toBeUndefined(),
  )

  it('is found in every way to write it', () => {
    const cyrillic: Record<string, string> = { A: 'А', M: 'М', C: 'С', E: 'Е' }
    fc.assert(
      fc.property(
        fc.stringMatching(/^[AMCE]{2,4}$/),
        fc.integer({ min: 2000, max: 2100 }),
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom('-', '–', ' ', '.', '/', ' - ', '\u00A0', '-\u200B'),
        fc.boolean(),
        (code, year, number, between, isPadded) => {
          const letters = Array.from(code, (letter) => cyrillic[letter]).join('')
          const digits = isPadded ? String(number).padStart(6, '0') : String(number)
          for (const before of [code, letters, code.toLowerCase(), `№ ${letters}`, `№${code}`]) {
            const read = readReference([before, year, digits].join(between))
            expect(read).toMatchObject({ year, number })
            expect(read?.codes).toContain(code)
          }
          const whole = readReference(formatReference(code, year, number))
          expect(whole).toEqual({ codes: [code], year, number })
        },
      ),
    )
  })
})
