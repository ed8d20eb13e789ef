/** How pressing a date is; always said in words as well. */
export type Tone = 'overdue' | 'today' | 'soon' | 'calm' | 'closed'

const SOON_DAYS = 3

/** @param left days to the due date, negative when overdue */
export function toneOf(left: number): Tone {
  if (left < 0) return 'overdue'
  if (left === 0) return 'today'
  return left <= SOON_DAYS ? 'soon' : 'calm'
}
