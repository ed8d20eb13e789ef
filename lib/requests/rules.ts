import type { ClockName, RequestState } from '@/db/enums'
import type { AnswerDraft, AnswerText } from './model'

type Decision<R extends string> = { ok: true } | { ok: false; reason: R }

const open: readonly RequestState[] = ['registered', 'in-progress']

export const isOpen = (state: RequestState): boolean => open.includes(state)

/** Taking: an open request that nobody else holds. */
export function decideTake(
  request: { state: RequestState; assigneeId: string | null },
  staffId: string,
): Decision<'closed' | 'taken-by-another' | 'already-yours'> {
  if (!isOpen(request.state)) return { ok: false, reason: 'closed' }
  if (request.assigneeId === staffId) return { ok: false, reason: 'already-yours' }
  if (request.assigneeId !== null) return { ok: false, reason: 'taken-by-another' }
  return { ok: true }
}

/** Anything an officer does to a case: only while it is open. */
export function decideOpen(request: { state: RequestState }): Decision<'closed'> {
  return isOpen(request.state) ? { ok: true } : { ok: false, reason: 'closed' }
}

/** Clocks that end with the answer itself; every other is a duty that is done, and recorded, on its own. */
const endWithAnswer: readonly ClockName[] = ['response', 'answer']

export const isDuty = (clock: ClockName): boolean => !endWithAnswer.includes(clock)

/** Recording a duty as done: once, while the request is open. */
export function decideFulfilment(
  request: { state: RequestState },
  clock: { clock: ClockName; stoppedOn: string | null },
): Decision<'closed' | 'clock-stopped' | 'ends-with-answer'> {
  if (!isOpen(request.state)) return { ok: false, reason: 'closed' }
  if (clock.stoppedOn !== null) return { ok: false, reason: 'clock-stopped' }
  return isDuty(clock.clock) ? { ok: true } : { ok: false, reason: 'ends-with-answer' }
}

/** The answer that the person may read: once released, it has its decision. */
export const releasedAnswer = (answer: AnswerDraft): AnswerText | undefined =>
  answer.releasedAt && answer.outcome ? { ...answer, outcome: answer.outcome } : undefined
