import type { IncomingMessage, ServerResponse } from 'node:http'

interface Cover {
  /** The status that a page gets in the place of success. */
  as?: number
  /** Answers in the place of what had nothing to show to its reader, or only led elsewhere. */
  instead(status: number, location?: string): void
  /** Whether a form came: where its answer leads, the form is not sent once more. */
  isForm: boolean
}

/**
 * Next answers what it does not find, or what has failed, with a page that is empty until its scripts have run, or with a
 * word in English. Such an answer is let go, and `instead` answers from the beginning. To be called before Next has seen
 * `res`: it wraps it too, to compress.
 */
export function coverBare(req: IncomingMessage, res: ServerResponse, { as, instead, isForm }: Cover): void {
  if (!isForReader(req)) return
  const { writeHead, write, end, flushHeaders } = res
  const known = new Set(Object.keys(res))
  let covered: number | undefined

  /** Whether what is written now goes nowhere. */
  function isCovered(): boolean {
    if (covered === undefined && res.statusCode >= 307 && !res.headersSent) res.writeHead(res.statusCode)
    return covered !== undefined
  }
  function uncover(): void {
    for (const name of Object.keys(res)) if (!known.has(name)) Reflect.deleteProperty(res, name)
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    res.statusCode = 200
    // The answer that was let go still listens for the end of this one.
    res.setMaxListeners(2 * res.getMaxListeners())
  }
  Object.assign(res, {
    writeHead(status: number, ...rest: unknown[]): ServerResponse {
      if (
        covered === undefined &&
        (isBare(status, res.getHeader('content-type'), req) || (isForm && isRepeating(status)))
      )
        covered = status
      if (covered !== undefined) return res
      return Reflect.apply(writeHead, res, [as && status < 400 ? as : status, ...rest]) as ServerResponse
    },
    flushHeaders(): void {
      if (!isCovered()) flushHeaders.call(res)
    },
    write(...args: unknown[]): boolean {
      if (!isCovered()) return Reflect.apply(write, res, args) as boolean
      tell(args)
      return true
    },
    end(...args: unknown[]): ServerResponse {
      if (!isCovered()) return Reflect.apply(end, res, args) as ServerResponse
      const location = res.getHeader('location')
      uncover()
      instead(covered ?? 500, typeof location === 'string' ? location : undefined)
      tell(args)
      return res
    },
  })
}

/** Somebody opens a page or sends a form; no script asks, which reads the status, and no picture is wanted. */
function isForReader({ headers }: IncomingMessage): boolean {
  if ('rsc' in headers || 'next-action' in headers) return false
  const wanted = headers['sec-fetch-dest']
  return wanted === undefined || ['document', 'iframe', 'frame'].includes(wanted)
}

function isBare(status: number, type: number | string | string[] | undefined, { headers }: IncomingMessage): boolean {
  if (status < 400) return false
  const kind = /^[\w/]+/.exec([type].flat().join())?.[0]
  if (kind === 'text/html') return true
  return (kind === undefined || kind === 'text/plain') && (headers.accept ?? '').includes('text/html')
}

/** By these a browser sends its form a second time, to a page that does not know it. */
const isRepeating = (status: number): boolean => status === 307 || status === 308

function tell(args: unknown[]): void {
  const done = args.at(-1)
  if (typeof done === 'function') process.nextTick(done)
}
