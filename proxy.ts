import createMiddleware from 'next-intl/middleware'
import type { NextRequest } from 'next/server'
import { keptPage } from '@/app/_server/kept-page'
import { contentSecurityPolicy } from '@/app/_server/content-security-policy'
import { localeCookie, routing } from '@/app/_ui/i18n/routing'
import { PATH_HEADER } from '@/lib/core/links'
import { getEnv } from '@/lib/env'
import { frameRule, frameSites, isFrame } from '@/lib/operators/frame-sites'

const localize = createMiddleware(routing)

/** Sends people to their language, and gives each page a policy of its own. It authorises nothing. */
export default async function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID()
  const isDevelopment = getEnv().NODE_ENV === 'development'
  const { pathname, search } = request.nextUrl
  const sites = await frameSites(pathname + search)
  const policy = contentSecurityPolicy(nonce, isDevelopment, sites)
  // Next reads the nonce from the request's policy and puts it on its own scripts.
  request.headers.set('content-security-policy', policy)
  request.headers.set('x-nonce', nonce)
  const isFramed = sites.length > 0 && isFrame(request.headers.get('sec-fetch-dest'))
  if (isFramed) leaveSessions(request)
  request.headers.set(PATH_HEADER, pathname + search)
  const localized = localize(request)
  const isMeantForAll = !isDevelopment && localized.status === 200 && isVisit(request) && !hasSession(request)
  const page = isMeantForAll ? await keptPage(pathname, nonce, isFramed) : undefined
  const response = page ? withCookies(page, localized) : localized
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(frameRule(sites).headers)) response.headers.set(name, value)
  return response
}

/** Somebody opens a page, and no script asks for a part of it. */
function isVisit({ method, nextUrl, headers }: NextRequest): boolean {
  return method === 'GET' && nextUrl.search === '' && (headers.get('sec-fetch-mode') ?? 'navigate') === 'navigate'
}

/** A browser sends no session into a frame, but where portal and site share a domain: there the page is nobody's either. */
function leaveSessions({ cookies }: NextRequest): void {
  for (const { name } of cookies.getAll()) if (name !== localeCookie) cookies.delete(name)
}

const hasSession = ({ cookies }: NextRequest): boolean => cookies.getAll().some(({ name }) => name !== localeCookie)

function withCookies(page: Response, { headers }: Response): Response {
  for (const cookie of headers.getSetCookie()) page.headers.append('set-cookie', cookie)
  return page
}

export const config = {
  matcher: ['/((?!api/|_next/|favicon.ico|icon.svg|robots.txt).*)'],
}
