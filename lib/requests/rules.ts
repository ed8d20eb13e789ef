import {
  type AnswerOutcome,
  type ClockEnding,
  type ClockName,
  type DutyEnding,
  dutyEndings,
  type RequestKind,
  type RequesterType,
  type RequestState,
} from '@/db/enums'
import { kindForms } from '@/db/kinds/forms'
import type { KindForm } from '@/db/kinds/model'
import { daysBetween } from '@/lib/core/calendar-date'
import type { CalendarDate } from '@/lib/core/calendar-date'
import type { Invalid, Refusal } from '@/lib/core/command'
import { isDuty } from './verdicts'
import type { AnswerText, SignedDraft, RelatedRequest } from './model'

type Decision<R extends string> = { ok: true } | { ok: false; reason: R }

const unanswered: readonly RequestState[] = ['registered', 'in-progress']

/** Is an answer still owed? Not the same as open: duties outlive the answer. */
export const awaitsAnswer = ({ state }: { state: RequestState }): boolean => unanswered.includes(state)

/** Is there nothing left to do? Answered or withdrawn, and no clock runs. */
export const isClosed = ({ closedOn }: { closedOn: CalendarDate | null }): boolean => closedOn !== null

/** What belongs to the answer: only until it is given. */
export function decideUnanswered(request: {
  state: RequestState
  closedOn: CalendarDate | null
}): Decision<'closed' | 'answered'> {
  if (awaitsAnswer(request)) return { ok: true }
  return { ok: false, reason: isClosed(request) ? 'closed' : 'answered' }
}

/** Anything else that is done to a case: until its last duty is done. */
export function decideOpen(request: { closedOn: CalendarDate | null }): Decision<'closed'> {
  return isClosed(request) ? { ok: false, reason: 'closed' } : { ok: true }
}

/** Erasing: only what is closed, since an open request has to be answered, and its duties done. */
export function decideErasure(request: { closedOn: CalendarDate | null }): Decision<'still-open'> {
  return isClosed(request) ? { ok: true } : { ok: false, reason: 'still-open' }
}

/** Taking: an open request that nobody else holds. */
export function decideTake(
  request: { closedOn: CalendarDate | null; assigneeId: string | null },
  staffId: string,
): Decision<'closed' | 'taken-by-another' | 'already-yours'> {
  if (isClosed(request)) return { ok: false, reason: 'closed' }
  if (request.assigneeId === staffId) return { ok: false, reason: 'already-yours' }
  if (request.assigneeId !== null) return { ok: false, reason: 'taken-by-another' }
  return { ok: true }
}

/** Giving back: an open request that somebody holds. */
export function decideGiveBack(request: {
  closedOn: CalendarDate | null
  assigneeId: string | null
}): Decision<'closed' | 'not-assigned'> {
  if (isClosed(request)) return { ok: false, reason: 'closed' }
  return request.assigneeId === null ? { ok: false, reason: 'not-assigned' } : { ok: true }
}

/** The state of a case that somebody is in charge of from now on. */
export const stateInHands = (request: { state: RequestState }): RequestState =>
  awaitsAnswer(request) ? 'in-progress' : request.state

/** What need not be done where the processing was made lawful instead (152-FZ 21(3)). */
const endsIfLawful: readonly ClockName[] = ['stop', 'destroy']

export const canBeMadeLawful = (request: { ground: string | null }, clock: ClockName): boolean =>
  request.ground === 'unlawful' && endsIfLawful.includes(clock)

/** Recording the end of a duty: once, with its day, which is neither before the receipt nor in the future. */
export function decideFulfilment(
  request: { receivedOn: CalendarDate; closedOn: CalendarDate | null; ground: string | null },
  clock: { clock: ClockName; stoppedOn: CalendarDate | null },
  done: { ending: DutyEnding; on: CalendarDate; today: CalendarDate },
): Decision<'closed' | 'clock-stopped' | 'ends-with-answer' | 'date-out-of-range' | 'not-unlawful'> {
  if (!isDuty(clock.clock)) return { ok: false, reason: 'ends-with-answer' }
  if (clock.stoppedOn !== null) return { ok: false, reason: 'clock-stopped' }
  if (isClosed(request)) return { ok: false, reason: 'closed' }
  if (done.on < request.receivedOn || done.on > done.today) return { ok: false, reason: 'date-out-of-range' }
  if (done.ending === 'made-lawful' && !canBeMadeLawful(request, clock.clock)) {
    return { ok: false, reason: 'not-unlawful' }
  }
  return { ok: true }
}

/** A day that cannot be is told at its field, like any date that is none. */
export const toldAtDay = <R extends string>(
  refused: Refusal<R | 'date-out-of-range'>,
  field: string,
): Refusal<R> | Invalid =>
  refused.reason === 'date-out-of-range'
    ? { ok: false, reason: 'invalid', fields: { [field]: ['dateOutOfRange'] } }
    : { ok: false, reason: refused.reason }

/**
 * Taking back a duty that was recorded by a slip: until the case closes, or on the day of the slip. A request that was
 * refused or withdrawn since has no duty to go back to.
 */
export function decideUndo(
  request: { state: RequestState; outcome: AnswerOutcome | null; closedOn: CalendarDate | null },
  clock: { ending: ClockEnding | null },
  { recordedOn, today }: { recordedOn: CalendarDate | null; today: CalendarDate },
): Decision<'closed' | 'not-recorded'> {
  if (!dutyEndings.some((ending) => ending === clock.ending)) return { ok: false, reason: 'not-recorded' }
  if (request.state === 'withdrawn' || request.outcome === 'refused') return { ok: false, reason: 'closed' }
  return isClosed(request) && recordedOn !== today ? { ok: false, reason: 'closed' } : { ok: true }
}

/**
 * Does an answer name its legal ground? Where its kind does so, whatever it declines, in full or in part. The grounds are those
 * against a subject (152-FZ 14(8)): an authority is told others (20(4)), in the letter.
 */
export const namesGround = (
  { kind, requesterType }: { kind: RequestKind; requesterType: RequesterType },
  outcome: AnswerOutcome | null | undefined,
): boolean =>
  requesterType !== 'authority' && kindForms[kind].declinesByNorm && (outcome === 'partly' || outcome === 'refused')

/** The answer that the person may read: once released, it has its decision. Which colleague wrote it is not theirs to know. */
export function releasedAnswer({ savedBy: _colleague, outcome, ...answer }: SignedDraft): AnswerText | undefined {
  return answer.releasedAt && outcome ? { ...answer, outcome } : undefined
}

/**
 * The answer that gave the same person their data, where this request for them came so soon after it that it may be declined for
 * that, with reasons; it need not be (152-FZ 14(4)-(6)). Undefined where there is none, or nothing was given.
 */
export function repeatedAfter(
  { kind, receivedOn }: Pick<RelatedRequest, 'kind' | 'receivedOn'>,
  related: readonly RelatedRequest[],
): RelatedRequest | undefined {
  const form: KindForm = kindForms[kind]
  const within = form.repeatsAfterDays
  if (within === undefined) return undefined
  return related.find((other) => {
    const wasGiven = other.kind === kind && (other.outcome === 'fulfilled' || other.outcome === 'partly')
    const days = wasGiven && other.answeredOn ? daysBetween(other.answeredOn, receivedOn) : -1
    return days >= 0 && days <= within
  })
}
