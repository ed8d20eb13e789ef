import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { processWide } from '@/lib/core/process-wide'

/** Why a password is refused; each is a key of the `errors` messages. */
export type PasswordFault = 'passwordCommon' | 'passwordGuessable' | 'passwordPersonal'

const checker = processWide('password-checker', () => ({ loading: undefined as Promise<ZxcvbnFactory> | undefined }))

/** 49,000 common passwords and the rows of keyboards: read when somebody first chooses a password. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new Factory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })
}

/** Fewer than a million guesses (zxcvbn's scores 0 and 1): a list of common passwords gets there in hours. */
const LEAST_SCORE = 2

const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбю'
const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,."

/** What the keys say that were pressed in the Russian layout. */
const asLatinKeys = (password: string): string =>
  [...password.toLowerCase()].map((sign) => latin[cyrillic.indexOf(sign)] ?? sign).join('')

/**
 * Why somebody would guess the password soon; undefined for a good one. There are no rules of composition.
 * @param personal what strangers know of the person: name, address
 */
export async function findPasswordFault(
  password: string,
  personal: readonly string[],
): Promise<PasswordFault | undefined> {
  checker.loading ??= load()
  const words = personal
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2)
  if (isMadeOf(password, words)) return 'passwordPersonal'
  const zxcvbn = await checker.loading
  for (const spelling of new Set([password, asLatinKeys(password)])) {
    const { score, feedback } = zxcvbn.check(spelling, words)
    if (score < LEAST_SCORE) return faultOf(feedback.warning)
  }
  return undefined
}

/** An address is long and looks like nothing common: what is known of a person is taken out, and hardly anything is left. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const rest = words
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase())
  return rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length < 4
}

const common = new Set(['topTen', 'topHundred', 'common', 'similarToCommon', 'pwned'])

function faultOf(warning: string | null): PasswordFault {
  if (warning === 'userInputs') return 'passwordPersonal'
  return warning !== null && common.has(warning) ? 'passwordCommon' : 'passwordGuessable'
}
