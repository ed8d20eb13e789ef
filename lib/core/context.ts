import type { Actor } from './actor'
import type { CalendarDate } from './calendar-date'
import { localDate } from './zoned'

/** What a command or loader knows of the world: who asks, and when. `today` is the operator's local date. */
export interface Context<A extends Actor = Actor> {
  actor: A
  now: Date
  today: CalendarDate
  /** Where a visitor's request came from, as limits count it; absent where nobody can come in any number. */
  source?: string
}

/** @param timeZone the operator's IANA time zone */
export function contextFor<A extends Actor>(actor: A, timeZone: string, now: Date, source?: string): Context<A> {
  return { actor, now, today: localDate(now, timeZone), ...(source !== undefined && { source }) }
}
