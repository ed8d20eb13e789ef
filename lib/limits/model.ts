const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What is counted, and how much of it is nothing unusual within how long. A limit slows a flood; it refuses no person. */
export const limits = {
  /** Requests filed from one source, and by all within their own limit: what is beyond is filed too, its mails wait. */
  'filing-source': { most: 60, withinMs: HOUR },
  'filing-all': { most: 120, withinMs: MINUTE },
  /** Receipts to one mailbox over all clinics: anybody can name anybody's address. */
  'receipt-mailbox': { most: 5, withinMs: HOUR },
  /** Codes that one source asks for one mailbox, and for whatever mailbox. */
  'code-source-mailbox': { most: 5, withinMs: HOUR },
  'code-source': { most: 100, withinMs: HOUR },
  /** Codes that all sources together ask for one mailbox. Beyond, each source gets fewer, and they are harder to guess. */
  'code-mailbox': { most: 10, withinMs: HOUR },
  /** Letters with a code to one mailbox, over all clinics. Beyond, the last that came stays good for longer instead. */
  'code-letter': { most: 20, withinMs: HOUR },
  /** Codes that one source typed wrongly. */
  'wrong-code-source': { most: 60, withinMs: HOUR },
  /** Forms that one source saves to go on with later: what is beyond is saved too, one after the other. */
  'saved-form-source': { most: 60, withinMs: HOUR },
  /** Keys of saved forms that one source typed wrongly. */
  'wrong-key-source': { most: 60, withinMs: HOUR },
} as const satisfies Record<string, { most: number; withinMs: number }>

export type LimitName = keyof typeof limits

/** How often within the window that is open, and when it ends. */
export interface Counted {
  count: number
  endsAt: Date
}

/** When there will be room again; undefined while there is. */
export const fullUntil = (limit: LimitName, { count, endsAt }: Counted, most: number = limits[limit].most) =>
  count > most ? endsAt : undefined
