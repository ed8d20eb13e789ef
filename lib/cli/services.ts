import type { Part } from './parts'
import { StartFault, untilAskedToStop } from './terminal'

/** Runs the parts until a signal, then stops them; when one ends by itself the others stop too, and it throws. */
export async function runParts(parts: Part[]): Promise<void> {
  for (const part of parts) part.show()
  const ended = await Promise.race([...parts.map((part) => part.exited), untilAskedToStop()])
  await Promise.all(parts.map((part) => part.stop()))
  if (ended) throw new StartFault(ended.why)
}
