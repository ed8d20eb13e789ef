import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import type { Duplex } from 'node:stream'
import { MISSING_HEADER } from '@/lib/core/links'
import { SOURCE_HEADER } from '@/lib/core/source'
import { Turns } from '@/lib/limits/turns'
import { errorFields, log } from '@/lib/log'
import type { Field } from './field'
import { coverBare } from './bare-answers'
import { hasBody, readBody, weightOf } from './body'
import { copyOf } from './copy'
import { languageOf } from './language'
import { patience, turnLimits, type Weight } from './limits'
import { isForeign, isOwnHost } from './own-address'
import { isReadable } from './readable-url'
import { leadOn } from './lead-on'
import { PAGE_METHODS, refuse, refuseRaw } from './refusal'
import { type Refusal, refusalOf, Refused } from './refused'
import { sourceOf } from './source'
import { typedIn } from './typed'

export interface Door {
  /** The portal's own, without a slash at its end. */
  origin: string
  trusted: BlockList
  /** What answers whoever is let in. */
  pages: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  /** Whether the pages have this server action; those of a version before have others. */
  isKnown: (action: string) => boolean
}

/** What only this door, or a page before the pages, may tell: a client that says so is not believed. */
const DOORS_OWN =
  /^(x-forwarded-.*|forwarded|x-real-ip|x-middleware-.*|x-nonce|x-page-path|x-missing-path|x-next-intl-locale)$/

/**
 * The portal's HTTP server. What the pages behind it may take for granted: the host is ours and so is the sender of a form,
 * the address decodes, the body is small and plain, and `SOURCE_HEADER` says who sends.
 */
export function createWebServer(door: Door): Server {
  const turns = { small: turnsOf('small'), light: turnsOf('light'), heavy: turnsOf('heavy') }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const source = sourceOf(req, door.trusted)
    check(req, door.origin)
    introduce(req, source, door.origin)
    if (!hasBody(req)) return show(req, res)
    const gone = new AbortController()
    res.once('close', () => gone.abort())
    const weight = weightOf(req)
    const leave = await turns[weight].take(source, gone.signal)
    req.socket.setTimeout(patience.pause)
    const hurry = weight !== 'heavy' && hurried(turns[weight], source, () => req.destroy())
    const { req: read, form } = await readBody(req, source, door.isKnown).finally(() => {
      if (hurry) clearInterval(hurry)
      req.socket.setTimeout(0)
      leave()
    })
    return show(read, res, form)
  }

  /** What has no page to show gets one: of what is missing, it is a page like all others. */
  function show(req: IncomingMessage, res: ServerResponse, form?: readonly Field[]): Promise<void> {
    const isMissing = MISSING_HEADER in req.headers
    coverBare(req, res, {
      ...(isMissing && { as: 404 }),
      isForm: form !== undefined,
      instead: (status, location) => {
        if (form && location) return leadOn(req, res, { form, location, origin: door.origin })
        if (status !== 404 || isMissing) return void refuse(req, res, refusalOf(status), door.origin)
        show(missing(req), res).catch((error: unknown) => fail(res, error))
      },
    })
    return door.pages(req, res)
  }

  const answering = new WeakSet<Duplex>()
  const server = createServer((req, res) => {
    answering.add(req.socket)
    // The pages wait for the end of an answer in a dozen places: that many are no leak.
    res.setMaxListeners(20)
    res.once('close', () => answering.delete(req.socket))
    answer(req, res).catch((error: unknown) => {
      if (error instanceof Refused) {
        if (error.why === 'renewed') log('form.renewed', { scripted: 'next-action' in req.headers })
        return refuse(req, res, error.why, door.origin, { typed: typedIn(error.form) })
      }
      if (req.destroyed || res.closed) return undefined
      return fail(res, error)
    })
  })
  server.on('clientError', (error: ClientError, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable || answering.has(socket)) return socket.destroy()
    refuseRaw(socket, error.rawPacket ?? Buffer.alloc(0), clientErrors[error.code ?? ''] ?? 'unreadable', door.origin)
  })
  // Nothing here speaks another protocol: without this the pages would hold such a connection for ever, unanswered.
  server.on('upgrade', (_req, socket: Duplex) => void socket.destroy())
  server.requestTimeout = patience.whole
  return server
}

const turnsOf = (weight: Weight) => new Turns(turnLimits[weight].all, turnLimits[weight].source)

/** Ends what has had its time, once somebody waits for it. */
const hurried = (turns: Turns, source: string, end: () => void): NodeJS.Timeout =>
  setInterval(() => {
    if (turns.isAwaited(source)) end()
  }, patience.others)

type ClientError = NodeJS.ErrnoException & { rawPacket?: Buffer }

const clientErrors: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: 'overlong',
  HPE_INVALID_METHOD: 'method',
  ERR_HTTP_REQUEST_TIMEOUT: 'late',
}

function fail(res: ServerResponse, error: unknown): void {
  log('request.failed', errorFields(error))
  if (!res.headersSent) res.writeHead(500, { connection: 'close' })
  res.end()
}

/** Asks for the page that says of an address that nothing is there. */
function missing(req: IncomingMessage): IncomingMessage {
  const { 'content-length': _, 'content-type': _type, 'if-none-match': _tag, range: _range, ...headers } = req.headers
  const { pathname, search } = new URL(req.url ?? '/', 'http://portal')
  return copyOf(req, {
    method: req.method === 'HEAD' ? 'HEAD' : 'GET',
    url: `${nowhere(languageOf(req))}${search}`,
    headers: { ...headers, [MISSING_HEADER]: pathname },
  })
}

/** An address that none of ours can be. */
const nowhere = (start: string): string => `/${start}/-/-/-`

/** What Next can hand to a handler: it fails at any other. */
const METHODS = [...PAGE_METHODS, 'OPTIONS', 'PUT', 'PATCH', 'DELETE']

/** Throws `Refused`. An address that none of ours can be is led to where nothing is. */
function check(req: IncomingMessage, origin: string): void {
  const url = req.url ?? '/'
  if (!isReadable(url)) req.url = nowhere(/^\/(api|_next)\b/.exec(url)?.[1] ?? languageOf(req))
  // Whoever watches over the portal asks by a number.
  if (url !== '/api/health' && !isOwnHost(req.headers.host, origin)) throw new Refused('misdirected')
  if (isForeign(req, origin)) throw new Refused('foreign')
  // Next gives its pages out by any name; handlers of /api know their own of the methods that Next knows.
  const methods = url.startsWith('/api/') ? METHODS : PAGE_METHODS
  if (!methods.includes(req.method ?? '')) throw new Refused('method')
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
