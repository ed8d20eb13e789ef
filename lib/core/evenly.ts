import { setTimeout } from 'node:timers/promises'

/** Longer than any of the works takes on a machine that is not overloaded. */
const LEAST_MS = 400

/**
 * What a work gives, no sooner than 400 ms after its begin where `applies` says so: how long it took then tells nobody
 * whether there is such an account.
 */
export async function evenly<T>(work: Promise<T>, applies: (result: T) => boolean = () => true): Promise<T> {
  const begin = performance.now()
  const result = await work
  const left = LEAST_MS - (performance.now() - begin)
  if (applies(result) && left > 0) await setTimeout(left)
  return result
}
