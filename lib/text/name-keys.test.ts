import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullNameKey, lineKeys, personKeys, typedNameKeys } from './name-keys'

const person = (lastName: string, firstName = '', middleName = '') => ({ lastName, firstName, middleName })
const finds = (typed: string, who: ReturnType<typeof person>) => {
  const keys = personKeys(who)
  return typedNameKeys(typed).some((key) => keys.includes(key))
}

it('surname and first name are a key of everybody who gave both', () => {
  for (const who of [
    person('Селезнёва', 'Анна'),
    person('Селезнева', 'Анна', 'Юрьевна'),
    person('Петрова-Водкина', 'Ия'),
  ])
    expect(personKeys(who)).toContain(fullNameKey(who))
  expect(fullNameKey(person('Селезнёва'))).toBeUndefined()
  expect(fullNameKey(person('', 'Анна'))).toBeUndefined()
})

describe('a person', () => {
  const anna = person('Селезнёва', 'Анна', 'Юрьевна')

  it.each([
    ...['Селезнёва', 'селезнева', ' СЕЛЕЗНЕВА ', 'Селезн\u0435\u0308ва', 'Селе\u00ADзнева', 'Cелезнева', 'Селeзнёвa'],
    ...[
      'Селезнева Анна',
      'Анна Селезнева',
      'анна юрьевна селезнева',
      'Юрьевна Анна Селезнёва',
      'Селезнева, Анна Юрьевна',
    ],
    ...['Ctktpy`df', 'ctktpytdf', 'CTKTPYTDF FYYF', 'Селезнева Fyyf', 'ctktpytdf? fyyf .hmtdyf', 'Ctktpytdf F/'],
    ...['Анна Юрьевна', 'Селезнева А. Ю.', 'А.Ю. Селезнева', 'Селезнева А'],
  ])('is found by %j', (typed) => expect(finds(typed, anna)).toBe(true))

  it.each(['Анна', 'Юрьевна', 'Селез', 'Селезнева Ольга', 'Анна Петровна', '', '!'])('is not found by %j', (typed) => {
    expect(finds(typed, anna)).toBe(false)
  })

  it.each([
    [
      person('Салтыков-Щедрин', 'Михаил'),
      ['Салтыков-Щедрин', 'салтыков щедрин', 'Щедрин', 'Салтыков', 'Щедрин-Салтыков'],
    ],
    [person('Салтыков-Щедрин', 'Михаил'), ['Салтыков—Щедрин', 'СалтыковЩедрин', 'Михаил Щедрин', 'Салтыков-Щедрин М.']],
    [person('Маминсибиряк', 'Дмитрий'), ['Мамин-Сибиряк', 'мамин сибиряк']],
    [person('Хоружий'), ['[jhe;bq', '{JHE:BQ']],
    [person('О’Коннор', 'Шинейд'), ['ОКоннор', "О'Коннор", "o'коннор", 'О`Коннор Шинейд']],
    [person('д’Артаньян'), ["д'Артаньян", 'Дартаньян']],
    [person('Smith', 'John'), ['Ыьшер', 'ыьшер ощрт', 'Smith Ощрт']],
    [person('Müller', 'Jürgen'), ['Muller', 'müller jürgen', 'Jurgen Muller']],
    [person('Łukasz'), ['Lukasz']],
    [person('Алиев', 'Вагиф', 'Али оглы'), ['Алиев Вагиф Али оглы', 'Вагиф Али оглы']],
    [person('де ла Крус', 'Мария'), ['Де Ла Крус', 'Мария де ла Крус', 'Крус']],
    [person('', 'Мадонна'), ['мадонна']],
    [person('Сукарно'), ['Сукарно']],
    [person('王', '伟'), ['王', '王 伟', '伟 王']],
    [person('Ли', 'Э'), ['Ли Э', 'Э Ли', 'ли']],
    [person('محمدرضا'), ['محمدرضا']],
  ])('%j is found by all of %j', (who, spellings) => {
    expect(spellings.filter((typed) => !finds(typed, who))).toEqual([])
  })

  it('is found however the whole name is written', () => {
    const part = fc.stringMatching(/^[А-ЯЁ][а-яё]{1,12}$/)
    const blank = fc.constantFrom(' ', '  ', '\u00A0', ', ', '\t', ' \u200B')
    fc.assert(
      fc.property(part, part, part, fc.constantFrom(0, 1, 2, 3, 4, 5), blank, (last, first, middle, order, between) => {
        const who = person(last, first, middle)
        const all = [last, first, middle]
        const [a = 0, b = 1, c = 2] =
          [
            [0, 1, 2],
            [0, 2, 1],
            [1, 0, 2],
            [1, 2, 0],
            [2, 0, 1],
            [2, 1, 0],
          ][order] ?? []
        const typed = [all[a], all[b], all[c]].join(between)
        for (const spelling of [
          typed,
          typed.toUpperCase(),
          typed.toLowerCase(),
          typed.replaceAll('ё', 'е'),
          typed.normalize('NFD'),
        ])
          expect(finds(spelling, who)).toBe(true)
      }),
    )
  })
})

it('an office is found by its whole name', () => {
  expect(typedNameKeys('управление роскомнадзора')).toEqual(
    expect.arrayContaining(lineKeys('Управление Роскомнадзора')),
  )
  expect(lineKeys('')).toEqual([])
})
