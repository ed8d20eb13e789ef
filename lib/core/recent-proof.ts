import type { Actor } from './actor'

const RECENT_MS = 10 * 60_000

/**
 * Whether whoever acts proved not longer than ten minutes ago who they are: what cannot be taken back, or lets others in, is
 * not for whoever finds a desk unlocked. Whoever is at a terminal of the server is.
 */
export const hasRecentProof = (actor: Actor, now: Date): boolean =>
  actor.kind !== 'staff' ||
  (actor.provenAt !== undefined && actor.provenAt !== null && now.getTime() - actor.provenAt.getTime() <= RECENT_MS)
