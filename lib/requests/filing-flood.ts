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
  const own = (await countUp('filing-source', [source], now)).count - limits['filing-source'].most
  // What one source files beyond its own limit is not held against everybody else.
  const beyond = own > 0 ? own : (await countUp('filing-all', [], now)).count - limits['filing-all'].most
  return beyond > 0 ? { notBefore: new Date(now.getTime() + Math.min(beyond * APART_MS, LONGEST_MS)) } : undefined
}
