import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose'
import { cached } from '@/lib/core/cached'
import { boundedFetch } from './bounded-fetch'
import { configurationOf } from './conversation'
import type { Provider } from './providers'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
/** No older: one that somebody has copied ends no session of tomorrow. */
const LASTS = '5 minutes'

/** A stranger's tokens make nobody ask the provider anew each time. */
const keys = cached('provider-keys', async (uri) => createRemoteJWKSet(new URL(uri), { [customFetch]: boundedFetch }))

/**
 * Whose session a provider says has ended. Throws unless it is its own word, meant for us, fresh, and no ID token that
 * somebody hands in (OpenID Connect Back-Channel Logout 1.0, 2.6).
 */
export async function readLogoutToken(
  provider: Provider,
  token: string,
): Promise<{ subject: string | undefined; session: string | undefined }> {
  const { issuer, jwks_uri } = (await configurationOf(provider)).serverMetadata()
  if (!jwks_uri) throw new Error('The provider publishes no keys')
  const { payload } = await jwtVerify(token, await keys.get(jwks_uri), {
    issuer,
    audience: provider.clientId,
    maxTokenAge: LASTS,
    clockTolerance: 60,
    requiredClaims: ['iat', 'jti', 'events'],
  })
  const { events, sub, sid, nonce } = payload
  if (typeof events !== 'object' || events === null || !(EVENT in events)) throw new Error('No event of logout')
  if (nonce !== undefined) throw new Error('An ID token')
  return { subject: sub, session: typeof sid === 'string' ? sid : undefined }
}
