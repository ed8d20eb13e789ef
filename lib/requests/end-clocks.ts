import type { AnswerOutcome, ClockEnding, ClockName } from '@/db/enums'
import type { Context } from '@/lib/core/context'
import type { ClockRow } from './store-clocks'
import { isDuty } from './verdicts'

/**
 * The clocks that run end as `endingOf` says, today and by the actor's hand; where it says null they run on, and what
 * has ended before stays as it ended.
 */
export function endClocks(
  clocks: readonly ClockRow[],
  endingOf: (clock: ClockName) => ClockEnding | null,
  { actor, now, today }: Context,
): ClockRow[] {
  return clocks.map((row) => {
    const ending = row.stoppedOn === null ? endingOf(row.clock) : null
    const endedBy = actor.kind === 'staff' ? actor.staffId : null
    return ending ? { ...row, stoppedAt: now, stoppedOn: today, ending, endedBy } : row
  })
}

/** An answer ends the clocks of the answer alone; a refusal says that there is no duty, and ends those as well. */
export const endingByAnswer = (outcome: AnswerOutcome) => (clock: ClockName) => {
  if (!isDuty(clock)) return 'answered'
  return outcome === 'refused' ? 'refused' : null
}
