import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { locales } from '@/db/enums'
import { messages } from '@/lib/i18n/messages'
import { type Refusal, refusals } from './refused'

const DRAINED_BYTES = 256 * 1024 * 1024
const DRAINED_MS = 30_000

const style = `:root{color-scheme:light dark}body{margin:0;font:1.125rem/1.55 system-ui,sans-serif}
main{display:grid;align-content:center;min-height:90vh;max-width:36rem;margin:auto;padding:1rem 1.5rem}
h1{margin:0;font-size:1.9rem;line-height:1.2}p{margin:1rem 0 0}a{color:inherit;font-weight:600}`
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** Answers with a page that says why, and what to do. Nothing of what was sent is in it, but for the path of its page. */
export function refuse(req: IncomingMessage, res: ServerResponse, why: Refusal, origin: string): void {
  const [path = '/'] = (req.url ?? '/').split('?')
  const locale = locales.find((each) => path === `/${each}` || path.startsWith(`/${each}/`)) ?? 'ru'
  const words = messages[locale].refusal
  // Away from a page that is not ours, or back to the page that was left.
  const href = why === 'misdirected' || why === 'foreign' || path.startsWith('/api/') ? `${origin}/${locale}` : path
  const body = `<!doctype html><html lang="${locale}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${words[why].title}</title><style>${style}</style>
<main><h1>${words[why].title}</h1><p>${words[why].text}</p><p><a href="${escaped(href)}">${words[why].link}</a></p></main></html>`
  res.writeHead(refusals[why], {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    connection: 'close',
  })
  res.write(req.method === 'HEAD' ? '' : body)
  drain(req, () => res.end())
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
