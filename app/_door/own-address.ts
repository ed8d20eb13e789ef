import type { IncomingMessage } from 'node:http'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const LANGUAGE_COOKIE = /^portal-locale=/

/**
 * Whether somebody asks for this portal by its name, or by one of this machine: the names of others may be made to
 * resolve to this machine (DNS rebinding), and then their pages read ours.
 * @param origin the portal's own, without a slash at its end
 */
export function isOwnHost(host: string | undefined, origin: string): boolean {
  if (!host) return false
  const { protocol, host: own } = new URL(origin)
  return LOOPBACK.test(host) || originOf(`${protocol}//${host}`) === `${protocol}//${own}`
}

/**
 * Whether a page of another site sends this, with our cookies perhaps. Browsers tell by Sec-Fetch-Site and Origin; old ones
 * by Referer alone. Where nothing tells, only what carries no session is let in.
 */
export function isForeign({ method, headers }: IncomingMessage, origin: string): boolean {
  if (SAFE.has(method ?? '')) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const isOwn = (url: string) =>
    url === origin || (LOOPBACK.test(headers.host ?? '') && url === `http://${headers.host}`)
  if (headers.origin !== undefined) return !isOwn(headers.origin)
  if (site !== undefined) return false
  if (headers.referer !== undefined) return !isOwn(originOf(headers.referer) ?? '')
  return (headers.cookie ?? '')
    .split(';')
    .some((cookie) => cookie.trim() !== '' && !LANGUAGE_COOKIE.test(cookie.trim()))
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined
}
