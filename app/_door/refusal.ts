import { createHash } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { messages } from '@/lib/i18n/messages'
import { frameRule, frameSites, isFrame } from '@/lib/operators/frame-sites'
import { languageOf } from './language'
import { type Refusal, refusals } from './refused'

/** What pages are asked by. */
export const PAGE_METHODS = ['GET', 'HEAD', 'POST']

const DRAINED_BYTES = 256 * 1024 * 1024
const DRAINED_MS = 30_000

const style = `:root{color-scheme:light dark}body{margin:0;font:1.125rem/1.55 system-ui,sans-serif}
main{display:grid;align-content:center;min-height:90vh;max-width:36rem;margin:auto;padding:1rem 1.5rem}
textarea{box-sizing:border-box;width:100%;min-height:6rem;padding:.6rem;font:inherit}
h1{margin:0;font-size:1.9rem;line-height:1.2}p{margin:1rem 0 0}a{color:inherit;font-weight:600}`
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** What a page says beside why. */
interface Beside {
  /** Where its link leads. */
  href?: string
  /** What was typed and went nowhere, for its sender to copy. */
  typed?: readonly string[]
  /** The sites that may show it in a frame. */
  sites?: readonly string[]
}

/**
 * Answers with a page that says why, and what to do. Of what was sent it shows the path of its page, and what is beside. Where
 * a form stands in a frame, that page does too: what was typed would be gone with it.
 */
export async function refuse(
  req: IncomingMessage,
  res: ServerResponse,
  why: Refusal,
  origin: string,
  beside: Omit<Beside, 'sites'> = {},
): Promise<void> {
  // Scripts know this header, and say the same beside their form.
  if (why === 'renewed' && 'next-action' in req.headers) {
    res.writeHead(404, { 'x-nextjs-action-not-found': '1', 'content-type': 'text/plain', connection: 'close' })
    return drain(req, () => res.end())
  }
  const isFramed = isFrame(req.headers['sec-fetch-dest'])
  // Whatever keeps them from being known, this page is shown: in no frame then.
  const sites = isFramed ? await frameSites(req.url ?? '').catch(() => []) : []
  const { headers, body } = pageOf(req, why, origin, { ...beside, sites })
  res.writeHead(refusals[why], { ...headers, connection: 'close' })
  res.write(req.method === 'HEAD' ? '' : body)
  drain(req, () => res.end())
}

/** The same on a bare connection: what came was no request. */
export function refuseRaw(socket: Duplex, packet: Buffer, why: Refusal, origin: string): void {
  const [, url = '/'] = /^\w+ (\S*)/.exec(packet.toString('latin1', 0, 200)) ?? []
  const { headers, body } = pageOf({ url, headers: {} }, why, origin)
  const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${refusals[why]} ${STATUS_CODES[refusals[why]]}\r\n${lines.join('')}\r\n${body}`)
}

function pageOf(req: Pick<IncomingMessage, 'url' | 'headers'>, why: Refusal, origin: string, beside: Beside = {}) {
  const [path = '/'] = (req.url ?? '/').split('?')
  const locale = languageOf(req)
  const { refusal, failure } = messages[locale]
  const words = why === 'failed' ? { ...failure, link: failure.retry } : refusal[why]
  // Away from a page that is not ours, or back to the page that was left.
  const leadsHome = ['misdirected', 'foreign', 'unreadable', 'overlong'].includes(why) || path.startsWith('/api/')
  const href = beside.href ?? (leadsHome ? `${origin}/${locale}` : path)
  const typed = (beside.typed ?? []).map(
    (text) => `<p><textarea readonly rows="6" aria-labelledby="typed">\n${escaped(text)}</textarea></p>`,
  )
  const kept = typed.length > 0 ? `<p id="typed">${refusal.ended.typed}</p>${typed.join('')}` : ''
  const body = `<!doctype html><html lang="${locale}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${words.title}</title><style>${style}</style>
<main><h1>${words.title}</h1><p>${words.text}</p>${kept}<p><a href="${escaped(href)}">${words.link}</a></p></main></html>`
  const rule = frameRule(beside.sites ?? [])
  const headers = {
    ...rule.headers,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'content-security-policy': `${policy}; ${rule.policy}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(why === 'method' && { allow: PAGE_METHODS.join(', ') }),
  }
  return { headers, body }
}

/** A browser shows the answer only after it has sent all: what still comes is read and forgotten, for a while. */
function drain(req: IncomingMessage, done: () => void): void {
  if (req.complete) return done()
  const late = setTimeout(() => req.destroy(), DRAINED_MS).unref()
  let bytes = 0
  req.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > DRAINED_BYTES) req.destroy()
  })
  req.on('error', () => {})
  req.once('close', () => {
    clearTimeout(late)
    done()
  })
  req.resume()
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
