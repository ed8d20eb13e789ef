/** Capitals that look alike in Cyrillic and Latin, the former as the latter: nobody sees which of them was typed. */
const pairs: Record<string, string> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
}

/** Expects capitals. */
export const foldLookAlikes = (capitals: string): string =>
  capitals.replaceAll(/\p{Script=Cyrillic}/gu, (letter) => pairs[letter] ?? letter)
