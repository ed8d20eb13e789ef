import { installationContext } from '@/app/_server/context'
import { isFlood } from '@/app/_server/rate-limit'
import { execute } from '@/lib/core/command'
import { errorFields, log } from '@/lib/log'
import { endProviderSessions } from '@/lib/sign-on/end-sessions'
import { readLogoutToken } from '@/lib/sign-on/logout-token'
import { findProvider } from '@/lib/sign-on/providers'

interface Params {
  params: Promise<{ provider: string }>
}

/** A provider tells, by itself, that a session has ended (OpenID Connect Back-Channel Logout 1.0, 2.5 to 2.8). */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  if (await isFlood('logout')) return answer(429)
  const provider = await findProvider((await params).provider)
  const token = new URLSearchParams(await request.text()).get('logout_token')
  if (!provider || !token) return answer(400)
  try {
    const { subject, session } = await readLogoutToken(provider, token)
    const given = { providerId: provider.id, ...(subject && { subject }), ...(session && { session }) }
    const result = await execute(endProviderSessions, installationContext(), given)
    return answer(result.ok ? 200 : 400)
  } catch (error) {
    log('sign-on.logout-refused', { providerId: provider.id, ...errorFields(error) })
    return answer(400)
  }
}

const answer = (status: number): Response =>
  new Response(status === 400 ? JSON.stringify({ error: 'invalid_request' }) : null, {
    status,
    headers: { 'cache-control': 'no-store', ...(status === 400 && { 'content-type': 'application/json' }) },
  })
