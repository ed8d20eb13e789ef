import type { StaffRole } from '@/db/enums'
import { type Actor, INSTALLATION } from '@/lib/core/actor'

/** Who looks after the people of a clinic: its lead, and its admin; at a terminal of the server, whoever is there. */
export const canManagePeople = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && (actor.role === 'lead' || actor.role === 'admin'))

/** A lead gives what a lead is at most: only an admin makes another admin. */
export const canGive = (actor: Actor, role: StaffRole): boolean =>
  canManagePeople(actor) && (role !== 'admin' || actor.kind !== 'staff' || actor.role === 'admin')

/** Whoever may make somebody what they are may change it, too. */
export const canChange = (actor: Actor, role: StaffRole): boolean => canGive(actor, role)

/** Who looks after the accounts of the installation. */
export const runsInstallation = (actor: Actor): boolean =>
  actor.operatorId === INSTALLATION && (actor.kind === 'system' || (actor.kind === 'staff' && actor.role === 'admin'))

/** Nobody takes their own place away: a slip could be mended by nobody. */
export const isSelf = (actor: Actor, staffId: string): boolean => actor.kind === 'staff' && actor.staffId === staffId

/** Whose hands a case may be put into. */
export const worksCases = (role: StaffRole): boolean => role === 'officer' || role === 'lead'
