import type { StaffRole } from '@/db/enums'
import type { StaffActor, SystemActor } from '@/lib/core/actor'

const mayChangeTerms: readonly StaffRole[] = ['lead', 'admin']

/** Whether somebody may change the terms that the clinic's new requests run by; anybody there may read them. */
export const canChangeTerms = ({ role }: Pick<StaffActor, 'role'>): boolean => mayChangeTerms.includes(role)

const mayGiveLinks: readonly StaffRole[] = ['officer', 'lead', 'admin']

/** Whether somebody gives patients the clinic's addresses; an auditor only reads what was done. */
export const canGiveLinks = ({ role }: Pick<StaffActor, 'role'>): boolean => mayGiveLinks.includes(role)

/** Whether somebody may publish the clinic's profile; the system does, for whoever commands the server. */
export const canPublishProfile = (actor: StaffActor | SystemActor): boolean =>
  actor.kind === 'system' || mayChangeTerms.includes(actor.role)
