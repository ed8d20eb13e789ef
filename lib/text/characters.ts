// What nobody sees or typed on purpose: it comes along when a text is copied, or is put there to deceive.

/** Scripts whose letters change their form by an invisible (non-)joiner between them: there it is a part of the spelling. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Marks that turn or embed the direction of writing (UAX 9): a text is then read in another order than it is stored. */
const direction = /\p{Bidi_Control}/gu
/** Nothing is drawn for these: soft hyphens, zero-width blanks, fillers, tags; U+2800 is drawn as a blank of its own. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Surrogate}\u2800]/gu
const controlsButBreaks = /[^\P{Cc}\n\t]/gu

/** Line breaks as files, terminals and word processors write them; a form sends CR LF where a browser counted one. */
const breaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g

const dashes = /[\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/g

/** One line of what somebody typed or pasted: composed (NFC), one blank between words, nothing that is not seen. */
export const cleanLine = (text: string): string => seen(text).replaceAll(/\s+/g, ' ').trim()

/** The same of a text that was set with care: a blank that holds two words together stays what it is. */
export const cleanTypeset = (text: string): string =>
  seen(text)
    .replaceAll(/\s+/g, (blanks) => (/^[\u00A0\u202F]$/.test(blanks) ? blanks : ' '))
    .trim()

const seen = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(invisible, (mark, at: number, all: string) => (isJoiner(mark) && isJoined(all, at) ? mark : ''))
    .replaceAll(breaks, ' ')
    .replaceAll(controlsButBreaks, '')
    .normalize('NFC')

/** Letters, digits and signs as wide as an ideograph: what a keyboard for Chinese or Japanese types. */
const wide = /[\uFF01-\uFF5E]/g

/** As `cleanLine`, with all that looks like a hyphen written as one, and wide letters as usual ones: numbers, dates. */
export function cleanCode(text: string): string {
  return cleanLine(text)
    .replaceAll(dashes, '-')
    .replaceAll(wide, (sign) => sign.normalize('NFKC'))
}

/**
 * Somebody's words while they are being written: as they are, apart from marks that would show them otherwise. A line break
 * is one character.
 */
export const cleanDraft = (text: string): string =>
  text
    .replaceAll(breaks, '\n')
    .replaceAll(direction, '')
    .replaceAll(controlsButBreaks, '')
    .replaceAll(/\p{Surrogate}/gu, '')

/** The same once they are written: no blanks around them, and empty where nothing could be seen. */
export function cleanWords(text: string): string {
  const kept = cleanDraft(text).trim()
  return kept.replaceAll(invisible, '').trim() === '' ? '' : kept
}

const isJoiner = (mark: string): boolean => mark === '\u200C' || mark === '\u200D'
const isJoined = (text: string, at: number): boolean =>
  joining.test(text.charAt(at - 1)) && joining.test(text.charAt(at + 1))
