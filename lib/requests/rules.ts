import type { RequestState } from '@/db/enums'

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
