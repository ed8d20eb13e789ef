import type { Context } from '@/lib/core/context'
import { countUp } from '@/lib/limits/count'
import { limits } from '@/lib/limits/model'

/** How far apart the mails of a flood are, and how long the last of them waits at most. */
const APART_MS = 2_000
const LONGEST_MS = 60 * 60_000

/**
 * Whether this filing is one of too many, from its source or in all: it is filed like any other, only its mails wait for
 * their turn, so that everybody else's leave at once. Undefined for one that is not.
 */
export async function findFlood({ now, source }: Context): Promise<{ notBefore: Date } | undefined> {
  if (source === undefined) return undefined
  const [own, all] = await Promise.all([countUp('filing-source', [source], now), countUp('filing-all', [], now)])
  const beyond = Math.max(own.count - limits['filing-source'].most, all.count - limits['filing-all'].most)
  return beyond > 0 ? { notBefore: new Date(now.getTime() + Math.min(beyond * APART_MS, LONGEST_MS)) } : undefined
}
