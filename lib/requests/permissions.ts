import type { Actor } from '@/lib/core/actor'

/** What staff may do to a request of their own operator. Another operator's request is not found before this is asked. */
export const requestActions = [
  'view',
  'take',
  'giveBack',
  'assign',
  'extendDeadline',
  'recordStartEvent',
  'changeContact',
  'fulfilDuty',
  'ask',
  'saveAnswer',
  'releaseAnswer',
  'fileByHand',
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
    'changeContact',
    'fulfilDuty',
    'ask',
    'saveAnswer',
    'releaseAnswer',
    'fileByHand',
  ],
  lead: requestActions,
  auditor: ['view'],
  // An admin runs the installation and has no business in patients' cases.
  admin: [],
}

const byAssignee: readonly RequestAction[] = [
  'giveBack',
  'extendDeadline',
  'recordStartEvent',
  'changeContact',
  'fulfilDuty',
  'saveAnswer',
  'releaseAnswer',
]

/** An officer decides on what is assigned to them; a lead may step in anywhere. */
export function can(actor: Actor, action: RequestAction, request?: { assigneeId: string | null }): boolean {
  if (actor.kind !== 'staff' || !byRole[actor.role].includes(action)) return false
  if (!request || actor.role === 'lead' || !byAssignee.includes(action)) return true
  return request.assigneeId === actor.staffId
}

/** As `can`, of what only its assignee may do: who is that no longer is told so, and who is now. */
export function canAsAssignee(
  actor: Actor,
  action: RequestAction,
  request: { assigneeId: string | null },
): boolean | { ok: false; reason: 'assigned-to-nobody' | 'assigned-to-another' } {
  if (can(actor, action, request)) return true
  return can(actor, action) && { ok: false, reason: request.assigneeId ? 'assigned-to-another' : 'assigned-to-nobody' }
}
