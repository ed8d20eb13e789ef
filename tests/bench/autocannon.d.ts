declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  interface Request {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string | Buffer
    setupRequest?: (request: Request) => Request
  }

  interface Options extends Request {
    url: string
    connections: number
    /** Seconds. */
    duration?: number
    /** Requests in all, in place of a duration. */
    amount?: number
    requests?: Request[]
    /** Milliseconds between looks at the clock: how exactly the duration is kept. */
    sampleInt?: number
    /** Seconds. */
    timeout?: number
  }

  interface Result {
    errors: number
    timeouts: number
    statusCodeStats: Record<string, { count: number }>
  }

  interface Run extends EventEmitter, Promise<Result> {
    on(event: 'response', hear: (client: unknown, status: number, bytes: number, milliseconds: number) => void): this
  }

  export default function autocannon(options: Options): Run
}
