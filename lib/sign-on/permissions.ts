import type { Actor } from '@/lib/core/actor'

/** Whoever sets a provider lets it say who somebody is: an admin of the clinic, or of the installation. */
export const canSetSignOn = (actor: Actor): boolean => actor.kind === 'staff' && actor.role === 'admin'

/** Password and second step are the account's, at whatever clinic: a session that one clinic's provider began does not change them. */
export const ownsAccount = (actor: Actor): boolean => actor.kind === 'staff' && !actor.providerId

interface Session {
  staffId: string
  isAdmin: boolean
  providerId: string | null
}
interface Demand {
  providerDemanded: boolean
  emergencyStaffId: string | null
}

/**
 * Whether a clinic that demands its own provider has not seen it for this session. Who runs the installation is not the
 * clinic's; one account of the clinic keeps its password, for the day on which the provider is out of order.
 */
export const owesProvider = ({ staffId, isAdmin, providerId }: Session, demand: Demand): boolean =>
  demand.providerDemanded && providerId === null && !isAdmin && staffId !== demand.emergencyStaffId
