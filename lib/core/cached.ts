import { processWide } from './process-wide'

const KEPT_MS = 10_000

export interface Cached<T> {
  /** What is kept, or else what is loaded now; whoever asks meanwhile waits for the same. */
  get(key?: string): Promise<T>
  /** Keeps this one from now on. */
  put(loaded: Promise<T>, key?: string): Promise<T>
  /** What was kept last, be it older than ten seconds. */
  last(key?: string): Promise<T> | undefined
  forget(key?: string): void
}

/** What is read often and changes seldom, kept by the process for ten seconds a key. A failure is not kept. */
export function cached<T>(name: string, load: (key: string) => Promise<T>): Cached<T> {
  const kept = processWide(`cached:${name}`, () => new Map<string, { until: number; loaded: Promise<T> }>())
  const put = (loaded: Promise<T>, key = ''): Promise<T> => {
    const entry = { until: performance.now() + KEPT_MS, loaded }
    kept.set(key, entry)
    loaded.catch(() => kept.get(key) === entry && kept.delete(key))
    return loaded
  }
  return {
    put,
    get(key = '') {
      const known = kept.get(key)
      return known && known.until >= performance.now() ? known.loaded : put(load(key), key)
    },
    last: (key = '') => kept.get(key)?.loaded,
    forget: (key = '') => void kept.delete(key),
  }
}
