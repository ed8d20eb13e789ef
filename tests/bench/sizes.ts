/** How much is measured, and for how long. */
export interface Sizes {
  /** Requests of each clinic, smallest first. */
  clinics: readonly number[]
  /** Open requests that a sweep of reminders has to see to. */
  due: number
  mails: number
  /** Seconds of load for each target and number of connections. */
  seconds: number
  /** Runs of Lighthouse for each page. */
  lighthouse: number
  /** Requests before memory is read again. */
  burden: number
  starts: number
}

export const full: Sizes = {
  clinics: [1_000, 100_000, 1_000_000],
  ...{ due: 100_000, mails: 500, seconds: 3, lighthouse: 3, burden: 6_000, starts: 3 },
}

export const quick: Sizes = {
  clinics: [1_000, 100_000],
  ...{ due: 20_000, mails: 100, seconds: 0.6, lighthouse: 1, burden: 800, starts: 1 },
}

/** For work on the benchmark itself: its figures mean nothing. */
export const tiny: Sizes = {
  clinics: [1_000, 3_000],
  ...{ due: 1_000, mails: 40, seconds: 0.3, lighthouse: 1, burden: 100, starts: 1 },
}
