import type { Context } from '@/lib/core/context'
import { processWide } from '@/lib/core/process-wide'
import { countUp } from '@/lib/limits/count'
import { limits } from '@/lib/limits/model'
import { Turns } from '@/lib/limits/turns'

/** How far apart the savings of a flood are, and how long somebody waits in its line. */
const PACE = { apartMs: 5_000, patienceMs: 60_000 }

const line = processWide('saved-forms', () => new Turns(Infinity, 1))

/**
 * Settles when a form of this source may be saved: at once, or, where it saves far more than people do, one after the
 * other. False where the line is too long to wait in now.
 */
export async function takeTurn({ now, source }: Context, { apartMs, patienceMs } = PACE): Promise<boolean> {
  if (source === undefined) return true
  const { count } = await countUp('saved-form-source', [source], now)
  if (count <= limits['saved-form-source'].most) return true
  try {
    const leave = await line.take(source, AbortSignal.timeout(patienceMs))
    setTimeout(leave, apartMs).unref()
    return true
  } catch {
    return false
  }
}
