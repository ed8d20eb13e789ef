import autocannon, { type Request } from 'autocannon'

/** What is asked for, again and again. */
export interface Target {
  url: string
  headers?: Record<string, string>
  method?: 'GET' | 'POST'
  body?: Buffer
  /** A new body for each request, where the same twice would not do. */
  nextBody?: () => Buffer
  /** The status that counts as an answer. */
  status?: number
}

/** Milliseconds, and answers per second. */
export interface Load {
  p50: number
  p95: number
  p99: number
  perSecond: number
}

export interface Effort {
  connections: number
  seconds?: number
  amount?: number
}

interface Samples {
  times: number[]
  seconds: number
}

/** Asks `target` for a while; autocannon's own percentiles are whole milliseconds, too coarse to compare. */
async function sample(target: Target, { connections, seconds = 1, amount }: Effort): Promise<Samples> {
  const { url, headers = {}, method = 'GET', body, nextBody, status = 200 } = target
  const times: number[] = []
  const request: Request = {
    ...(body && { body }),
    ...(nextBody && { setupRequest: (each) => ({ ...each, body: nextBody() }) }),
  }
  const begin = performance.now()
  const run = autocannon({
    ...{ url, headers, method, connections, requests: [request] },
    ...(amount === undefined ? { duration: seconds } : { amount }),
    ...{ sampleInt: 50, timeout: 60 },
  })
  let took = 0
  void run.on('response', (_client, _status, _bytes, milliseconds) => {
    times.push(milliseconds)
    took = (performance.now() - begin) / 1_000
  })
  const { errors, timeouts, statusCodeStats } = await run
  // On a busy machine a short while may pass without an answer: then the first answers count.
  if (times.length === 0 && errors + timeouts === 0 && amount === undefined) {
    return sample(target, { connections, amount: connections })
  }
  const strange = Object.keys(statusCodeStats).filter((code) => Number(code) !== status)
  if (errors + timeouts + strange.length > 0 || times.length === 0) {
    throw new Error(`${method} ${url}: ${errors} errors, ${timeouts} timeouts, status ${strange.join(', ') || 'none'}`)
  }
  return { times, seconds: took }
}

function summary(samples: readonly Samples[]): Load {
  const times = samples.flatMap(({ times: each }) => each).sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  const seconds = samples.reduce((sum, each) => sum + each.seconds, 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond: times.length / seconds }
}

const LEAST_ROUNDS = 3
const BURST_SECONDS = 0.5

/**
 * Measures targets side by side: each has its turn for a moment, many times over and in both orders, so that whatever else
 * the machine does meanwhile falls on all of them. The first turns warm up and do not count.
 * @param seconds for each target in all
 */
export async function compare<T extends readonly Target[]>(
  targets: T,
  connections: number,
  seconds: number,
): Promise<{ [K in keyof T]: Load }> {
  const samples = targets.map((): Samples[] => [])
  const rounds = Math.max(LEAST_ROUNDS, Math.round(seconds / BURST_SECONDS))
  const turns = [...targets.entries()]
  for (const target of targets) await sample(target, { connections, seconds: Math.max(0.4, seconds / rounds) })
  for (let round = 0; round < rounds; round++) {
    for (const [place, target] of round % 2 === 0 ? turns : turns.toReversed()) {
      samples[place]?.push(await sample(target, { connections, seconds: seconds / rounds }))
    }
  }
  return samples.map(summary) as { [K in keyof T]: Load }
}

/** So many requests, whatever time they take. */
export async function burden(target: Target, amount: number, connections: number): Promise<Load> {
  return summary([await sample(target, { connections, amount })])
}
