import { type Locale, locales } from '@/db/enums'
import { getEnv } from '@/lib/env'
import { findOperator } from '@/lib/operators/queries'

/** How much older than what it shows a page may be. */
const KEPT_MS = 10_000

/** Of a rendered page; all else is set for each visitor, or by the server that sends it. */
const keptHeaders = ['content-type', 'cache-control', 'link', 'location']

interface KeptPage {
  until: number
  status: number
  headers: [string, string][]
  /** What stands between the places of the nonce. */
  body: string[]
  nonce: string
}

const kept = new Map<string, Promise<KeptPage | undefined>>()

/**
 * A page that is the same for everybody without a session, rendered once in ten seconds: every visitor gets it with a
 * nonce of their own. Undefined for any other page, which is rendered as ever.
 */
export async function keptPage(path: string, nonce: string): Promise<Response | undefined> {
  if (!(await isSameForAll(path))) return undefined
  const page = await current(path)
  if (!page) return undefined
  const headers = page.headers.map(([name, value]): [string, string] => [name, value.replaceAll(page.nonce, nonce)])
  return new Response(page.body.join(nonce), { status: page.status, headers })
}

/** The list of clinics, a clinic, its forms, and the door to one's own case. */
async function isSameForAll(path: string): Promise<boolean> {
  const [, locale, slug, part, kind, ...rest] = path.split('/')
  if (!locales.includes(locale as Locale) || rest.length > 0) return false
  if (slug === undefined) return true
  const operator = await findOperator(slug)
  if (!operator) return false
  if (part === 'new') return operator.profile.kinds.some((offered) => offered.kind === kind)
  return part === undefined || (part === 'case' && kind === undefined)
}

/** Visitors who come while it is rendered wait for the same page. */
async function current(path: string): Promise<KeptPage | undefined> {
  const last = kept.get(path)
  const page = await last
  if (page && page.until > performance.now()) return page
  // Somebody may have begun while this one waited.
  if (kept.get(path) === last)
    kept.set(
      path,
      render(path).catch(() => undefined),
    )
  return kept.get(path)
}

/** By a request to this very server: it is a script's, not a visitor's, and thus is rendered. */
async function render(path: string): Promise<KeptPage | undefined> {
  const answer = await fetch(`http://localhost:${getEnv().PORT}${path}`, {
    redirect: 'manual',
    headers: { 'accept-encoding': 'identity' },
  })
  const body = await answer.text()
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  if (answer.status >= 400 || !nonce) return undefined
  return {
    until: performance.now() + KEPT_MS,
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => keptHeaders.includes(name)),
    body: body.split(nonce),
    nonce,
  }
}
