import createMiddleware from 'next-intl/middleware'
import type { NextRequest } from 'next/server'
import { contentSecurityPolicy } from '@/app/_ui/content-security-policy'
import { routing } from '@/app/_ui/i18n/routing'
import { getEnv } from '@/lib/env'

const localize = createMiddleware(routing)

/** Sends people to their language, and gives each page a policy of its own. It authorises nothing. */
export default function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = contentSecurityPolicy(nonce, getEnv().NODE_ENV === 'development')
  // Next reads the nonce from the request's policy and puts it on its own scripts.
  request.headers.set('content-security-policy', policy)
  request.headers.set('x-nonce', nonce)
  const response = localize(request)
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  matcher: [
    {
      source: '/((?!api/|_next/|favicon.ico|icon.svg|robots.txt).*)',
      // A body that passes through here is cut at 10 MB, and a form may carry files: next.config has the policy for it.
      missing: [{ type: 'header', key: 'content-type', value: 'multipart/form-data.*' }],
    },
  ],
}
