import type { RequestKind } from '@/db/enums'

/** For how long a form is kept, from each time that the person saves it. */
export const KEPT_HOURS = 24

/** For how long a browser shows the key that it has saved a form under, and opens the form of a key that was typed. */
export const SHOWING_MINUTES = 10
export const OPENING_SECONDS = 120

/** What the fields of a form held, by their names. */
export type SavedValues = Record<string, string | string[]>

/** A form that somebody wants to come back to: nothing is filed, and no clock runs. */
export interface SavedForm {
  /** The person's own, who alone has it. */
  key: string
  kind: RequestKind
  values: SavedValues
  expiresAt: Date
}
