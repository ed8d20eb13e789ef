// The same keys of a Russian and of an English keyboard (ЙЦУКЕН, QWERTY), row by row: plain, and with Shift.
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?'
const english = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?@#$^&'

const swap = (text: string, from: string, to: string): string =>
  Array.from(text, (sign) => to[from.indexOf(sign)] ?? sign).join('')

/** What was meant by whoever thought that the keyboard was English: "шь" is "im". */
export const onEnglishKeys = (typed: string): string =>
  /\p{Script=Cyrillic}/u.test(typed) ? swap(typed, russian, english) : typed

/** What was meant by whoever thought that it was Russian: "Bdfyjd" is "Иванов". What is Russian in it already stays. */
export const onRussianKeys = (typed: string): string =>
  /\p{Script=Latin}/u.test(typed) ? swap(typed, english, russian) : typed
