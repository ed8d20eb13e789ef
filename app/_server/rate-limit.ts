import { RateLimiterMemory } from 'rate-limiter-flexible'
import { clientSource } from './source'

const limiters = {
  'sign-in': new RateLimiterMemory({ points: 100, duration: 60 }),
  /** A provider ends the sessions of many at once. */
  logout: new RateLimiterMemory({ points: 600, duration: 60 }),
}

/**
 * Whether one source asks too often, per process: it spares the processor from floods of password hashes. What protects
 * an account are the counted limits of the commands, since one person may have many addresses.
 */
export async function isFlood(what: keyof typeof limiters): Promise<boolean> {
  return limiters[what].consume(await clientSource()).then(
    () => false,
    () => true,
  )
}
