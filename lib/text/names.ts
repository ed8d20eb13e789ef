import { cleanCode } from './characters'

/** A name as a person typed it, its hyphens without blanks. Empty where only dashes stand for a name that is not there. */
export function cleanName(text: string): string {
  return cleanCode(text)
    .replaceAll(/ ?-[ -]*/g, '-')
    .replaceAll(/^-|-$/g, '')
    .trim()
}

/** Whether there is a letter in it, of any script. */
export const hasLetter = (text: string): boolean => /\p{L}/u.test(text)
