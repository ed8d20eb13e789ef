import { createHmac } from 'node:crypto'
import type { Locale } from '@/db/enums'
import { seal, unseal } from '@/lib/vault/cipher'
import { installationKey } from '@/lib/vault/keys'

/** Digits of a code, and of one for a mailbox that too many ask codes for. */
export const CODE_DIGITS = { usual: 6, long: 9 } as const

/** How long a code is good for, and how many tries one asking has. */
export const CODE_MINUTES = 10
export const CODE_TRIES = 5
/** So long the last code may be made to last, instead of one more letter to a mailbox that strangers flood. */
export const CODE_MOST_MINUTES = 30
/** Any of so many of the last codes works: a letter that is late is not worth less than the next. */
export const LAST_CODES = 3

/** What somebody typed to get a code. */
export interface AskedFor {
  reference: string
  email: string
  locale: Locale
  /** Of more digits: too many ask for codes for this mailbox. */
  isLong: boolean
}

const place = (codeId: string) => `one_time_code:asked:${codeId}`

export const sealAsked = (codeId: string, asked: AskedFor): Buffer =>
  seal(installationKey('one-time-code'), JSON.stringify(asked), place(codeId))

export const openAsked = (codeId: string, sealed: Buffer): AskedFor =>
  JSON.parse(unseal(installationKey('one-time-code'), sealed, place(codeId)).toString()) as AskedFor

/** A code has few values: it is hashed with a key, so that a dump does not give it away. */
export const hashCode = (codeId: string, code: string): Buffer =>
  createHmac('sha256', installationKey('one-time-code')).update(`${codeId}\0${code}`).digest()

/** Where it was asked from, as a row may keep it. */
export const hashSource = (source: string | undefined): Buffer =>
  createHmac('sha256', installationKey('source'))
    .update(source ?? '')
    .digest()
