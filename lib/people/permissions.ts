import type { Actor } from '@/lib/core/actor'

/** Who looks after the people of a clinic: its lead, and its admin. */
export const canManagePeople = (actor: Actor): boolean =>
  actor.kind === 'staff' && (actor.role === 'lead' || actor.role === 'admin')
