import type { Actor } from '@/lib/core/actor'

/** What staff may do to a request of their own operator. Another operator's request is not found before this is asked. */
export const requestActions = [
  'view',
  'take',
  'giveBack',
  'assign',
  'extendDeadline',
  'recordStartEvent',
  'fulfilDuty',
  'ask',
  'saveAnswer',
  'releaseAnswer',
  'registerByHand',
  'erase',
] as const
export type RequestAction = (typeof requestActions)[number]

const byRole: Record<'officer' | 'lead' | 'auditor' | 'admin', readonly RequestAction[]> = {
  officer: [
    'view',
    'take',
    'giveBack',
    'extendDeadline',
    'recordStartEvent',
    'fulfilDuty',
    'ask',
    'saveAnswer',
    'releaseAnswer',
    'registerByHand',
  ],
  lead: requestActions,
  auditor: ['view'],
  // An admin runs the installation and has no business in patients' cases.
  admin: [],
}

const byHolder: readonly RequestAction[] = [
  'giveBack',
  'extendDeadline',
  'recordStartEvent',
  'fulfilDuty',
  'saveAnswer',
  'releaseAnswer',
]

/** An officer decides on what they hold; a lead may step in anywhere. */
export function can(actor: Actor, action: RequestAction, request?: { assigneeId: string | null }): boolean {
  if (actor.kind !== 'staff' || !byRole[actor.role].includes(action)) return false
  if (!request || actor.role === 'lead' || !byHolder.includes(action)) return true
  return request.assigneeId === actor.staffId
}

/** As `can`, of what only its holder may do: who no longer holds the case is told so, and whose it is now. */
export function canAsHolder(
  actor: Actor,
  action: RequestAction,
  request: { assigneeId: string | null },
): boolean | { ok: false; reason: 'held-by-nobody' | 'held-by-another' } {
  if (can(actor, action, request)) return true
  return can(actor, action) && { ok: false, reason: request.assigneeId ? 'held-by-another' : 'held-by-nobody' }
}
