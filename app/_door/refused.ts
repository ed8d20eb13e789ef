import type { Field } from './field'

/** Why a request is answered at the door, and its status: names of the sentences under `refusal` in the messages. */
export const refusals = {
  malformed: 400,
  /** Whoever sent the form is signed in no more. */
  ended: 401,
  unreadable: 400,
  foreign: 403,
  /** The clinic asks for a second step by now. */
  held: 403,
  method: 405,
  late: 408,
  /** What the form calls is of another version of the portal. */
  renewed: 409,
  tooLarge: 413,
  misdirected: 421,
  overlong: 431,
  failed: 500,
} as const
export type Refusal = keyof typeof refusals

/** A request that goes no further; of a form that was read all the same, with its fields. */
export class Refused extends Error {
  constructor(
    readonly why: Refusal,
    readonly form: readonly Field[] = [],
  ) {
    super(why)
  }
}

/** What the pages behind the door have answered with a status alone. */
export const refusalOf = (status: number): Refusal => bare[status] ?? (status < 500 ? 'unreadable' : 'failed')

const bare: Record<number, Refusal> = { 405: 'method', 409: 'renewed', 413: 'tooLarge' }
