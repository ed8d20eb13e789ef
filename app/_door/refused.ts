/** Why a request goes no further than the door, and its status: names of the sentences under `refusal` in the messages. */
export const refusals = { malformed: 400, foreign: 403, late: 408, tooLarge: 413, misdirected: 421 } as const
export type Refusal = keyof typeof refusals

/** A request that goes no further. */
export class Refused extends Error {
  constructor(readonly why: Refusal) {
    super(why)
  }
}
