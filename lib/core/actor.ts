import type { StaffRole } from '@/db/enums'

/** The audit chain and the scope of what belongs to no operator: signing in, migrations, calendars. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000'

/** Who acts. Only `app/_server` (sessions) and the worker make one; everything else receives it. */
export type Actor = StaffActor | RequesterActor | PublicActor | SystemActor

export interface StaffActor {
  kind: 'staff'
  operatorId: string
  staffId: string
  sessionId: string
  role: StaffRole
  name: string
  /** When they last proved who they are. */
  provenAt?: Date | null
  /** The provider of the clinic that signed them in; null for a password. */
  providerId?: string | null
}

/** A person who proved that the mailbox of one request is theirs. */
export interface RequesterActor {
  kind: 'requester'
  operatorId: string
  requestId: string
  sessionId: string
}

/** Anybody on a clinic's public pages. */
export interface PublicActor {
  kind: 'public'
  operatorId: string
}

export interface SystemActor {
  kind: 'system'
  operatorId: string
}

/** The id that an audit row names: of the session's person, never of the session. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === 'staff') return actor.staffId
  if (actor.kind === 'requester') return actor.requestId
  return null
}
