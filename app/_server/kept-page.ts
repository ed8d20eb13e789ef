import { type Locale, locales } from '@/db/enums'
import { getEnv } from '@/lib/env'
import { findOperator } from '@/lib/operators/queries'

/** How much older than what it shows a page may be. */
const KEPT_MS = 10_000
/** How long visitors wait for the one rendering; then each gets one of their own. */
const PATIENCE_MS = 5_000

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
 * nonce of their own; in a frame its links lead elsewhere. Undefined for any other page, which is rendered as ever.
 */
export async function keptPage(path: string, nonce: string, isFramed: boolean): Promise<Response | undefined> {
  const known = await findSameForAll(path)
  const page = known && (await current(path, { ...known, isFramed }))
  if (!page) return undefined
  const headers = page.headers.map(([name, value]): [string, string] => [name, value.replaceAll(page.nonce, nonce)])
  return new Response(page.body.join(nonce), { status: page.status, headers })
}

interface SameForAll {
  /** Whether scripts have something to do there. */
  scripted: boolean
}

interface Wanted extends SameForAll {
  isFramed: boolean
}

/** The list of clinics and a clinic, which are links alone; its forms, and the door to one's own case. */
async function findSameForAll(path: string): Promise<SameForAll | undefined> {
  const [, locale, slug, part, kind, ...rest] = path.split('/')
  if (!locales.includes(locale as Locale) || rest.length > 0) return undefined
  if (slug === undefined) return { scripted: false }
  const operator = await findOperator(slug)
  if (!operator) return undefined
  if (part === undefined) return { scripted: false }
  const isForm = part === 'new' && operator.profile.kinds.some((offered) => offered.kind === kind)
  return isForm || (part === 'case' && kind === undefined) ? { scripted: true } : undefined
}

/** Visitors who come while it is rendered wait for the same page. */
async function current(path: string, wanted: Wanted): Promise<KeptPage | undefined> {
  const key = wanted.isFramed ? `framed ${path}` : path
  const last = kept.get(key)
  const page = await last
  if (page && page.until > performance.now()) return page
  // Somebody may have begun while this one waited.
  if (kept.get(key) === last)
    kept.set(
      key,
      render(path, wanted).catch(() => undefined),
    )
  return kept.get(key)
}

/** By a request to this very server: it is a script's, not a visitor's, and thus is rendered. */
async function render(path: string, { scripted, isFramed }: Wanted): Promise<KeptPage | undefined> {
  const answer = await fetch(`http://localhost:${getEnv().PORT}${path}`, {
    redirect: 'manual',
    headers: { 'accept-encoding': 'identity', ...(isFramed && { 'sec-fetch-dest': 'iframe' }) },
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const body = await answer.text()
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  if (answer.status >= 400 || !nonce) return undefined
  return {
    until: performance.now() + KEPT_MS,
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => keptHeaders.includes(name)),
    body: (scripted ? body : withoutScripts(body)).split(nonce),
    nonce,
  }
}

/** Next sends its runtime, and the page once more as data, with any page: most of the weight of one that is links alone. */
const withoutScripts = (html: string): string =>
  html.replaceAll(/<script\b.*?<\/script>|<link\b[^>]*\bas="script"[^>]*>/gs, '')
