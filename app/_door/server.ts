import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import { SOURCE_HEADER } from '@/lib/core/source'
import { Turns } from '@/lib/limits/turns'
import { errorFields, log } from '@/lib/log'
import { hasBody, isLight, readBody } from './body'
import { patience, turnLimits } from './limits'
import { isForeign, isOwnHost } from './own-address'
import { isReadable } from './readable-url'
import { refuse } from './refusal'
import { Refused } from './refused'
import { sourceOf } from './source'

export interface Door {
  /** The portal's own, without a slash at its end. */
  origin: string
  trusted: BlockList
  /** What answers whoever is let in. */
  pages: (req: IncomingMessage, res: ServerResponse) => Promise<void>
}

/** What only this door, or a page before the pages, may tell: a client that says so is not believed. */
const DOORS_OWN = /^(x-forwarded-.*|forwarded|x-real-ip|x-nonce|x-page-path|x-next-intl-locale)$/

/**
 * The portal's HTTP server. What the pages behind it may take for granted: the host is ours and so is the sender of a form,
 * the address decodes, the body is small and plain, and `SOURCE_HEADER` says who sends.
 */
export function createWebServer(door: Door): Server {
  const light = new Turns(turnLimits.light.all, turnLimits.light.source)
  const heavy = new Turns(turnLimits.heavy.all, turnLimits.heavy.source)

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const source = sourceOf(req, door.trusted)
    check(req, door.origin)
    introduce(req, source, door.origin)
    if (!hasBody(req)) return door.pages(req, res)
    const gone = new AbortController()
    res.once('close', () => gone.abort())
    const leave = await (isLight(req) ? light : heavy).take(source, gone.signal)
    req.socket.setTimeout(patience.pause)
    const read = await readBody(req, source).finally(() => {
      req.socket.setTimeout(0)
      leave()
    })
    return door.pages(read, res)
  }

  const server = createServer((req, res) => {
    answer(req, res).catch((error: unknown) => {
      if (error instanceof Refused) return refuse(req, res, error.why, door.origin)
      if (req.destroyed || res.closed) return undefined
      log('request.failed', errorFields(error))
      if (!res.headersSent) res.writeHead(500, { connection: 'close' })
      return res.end()
    })
  })
  server.requestTimeout = patience.whole
  return server
}

/** Throws `Refused`. An address that none of ours can be is led to where nothing is. */
function check(req: IncomingMessage, origin: string): void {
  const url = req.url ?? '/'
  if (!isReadable(url)) req.url = `/${/^\/(ru|en|api|_next)\b/.exec(url)?.[1] ?? 'ru'}/-/-/-`
  // Whoever watches over the portal asks by a number.
  if (url !== '/api/health' && !isOwnHost(req.headers.host, origin)) throw new Refused('misdirected')
  if (isForeign(req, origin)) throw new Refused('foreign')
}

/** Tells the pages who sends, and that they are asked at their own address whatever name of this machine was used. */
function introduce({ headers }: IncomingMessage, source: string, origin: string): void {
  for (const name of Object.keys(headers)) if (DOORS_OWN.test(name)) delete headers[name]
  const { host, protocol } = new URL(origin)
  headers[SOURCE_HEADER] = source
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  if (headers.origin !== undefined) headers.origin = origin
}
