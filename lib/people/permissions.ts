import type { StaffRole } from '@/db/enums'
import type { Actor } from '@/lib/core/actor'

/** Who looks after the people of a clinic: its lead, and its admin; at a terminal of the server, whoever is there. */
export const canManagePeople = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && (actor.role === 'lead' || actor.role === 'admin'))

/** A lead gives what a lead is at most: only an admin makes another admin. */
export const canGive = (actor: Actor, role: StaffRole): boolean =>
  canManagePeople(actor) && (role !== 'admin' || actor.kind !== 'staff' || actor.role === 'admin')
