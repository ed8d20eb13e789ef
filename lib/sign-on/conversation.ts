import * as oidc from 'openid-client'
import { cached } from '@/lib/core/cached'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import { getEnv, isLoopbackUrl } from '@/lib/env'
import { boundedFetch } from './bounded-fetch'
import { findProvider, openClientSecret, type Provider } from './providers'

/** Seconds that a provider has for an answer. */
const PATIENCE_S = 10
/** Seconds since somebody gave their password at the provider, where they are asked for it anew. */
const FRESH_S = 300

export type Asked = Pick<Provider, 'issuer' | 'clientId'> & { secret: string | undefined }

/** What a browser keeps while somebody is at the provider: it proves that the answer belongs to this question. */
export interface Question {
  providerId: string
  state: string
  nonce: string
  verifier: string
  /** A proof once more, and not a beginning. */
  isProof: boolean
}

/** Whom the provider means. The address counts for the first time alone, and only where it has been verified. */
export interface Answer {
  subject: string
  email: string | undefined
  isVerified: boolean
  /** Its own name for the session, by which it ends it (Back-Channel Logout 1.0). */
  session: string | undefined
}

const bounded: oidc.CustomFetch = (url, options) => boundedFetch(url, options as RequestInit)

/**
 * What a provider publishes of itself (OpenID Connect Discovery 1.0). Throws where it is silent, or where it says that it
 * is another than it was asked as. Plain http is for a portal that stands on the same machine: a trial, a test.
 */
export async function discover({ issuer, clientId, secret }: Asked): Promise<oidc.Configuration> {
  const isTrial = isLoopbackUrl(issuer) && isLoopbackUrl(getEnv().PORTAL_URL)
  const execute = isTrial ? [oidc.allowInsecureRequests] : []
  const found = await oidc.discovery(new URL(issuer), clientId, undefined, undefined, {
    timeout: PATIENCE_S,
    execute,
    [oidc.customFetch]: bounded,
  })
  const server = found.serverMetadata()
  // Basic is what a provider takes that says nothing of it (Discovery, 3).
  const takesBasic = server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true
  const by = secret ? (takesBasic ? oidc.ClientSecretBasic : oidc.ClientSecretPost)(secret) : oidc.None()
  const configuration = new oidc.Configuration(server, clientId, secret, by)
  configuration.timeout = PATIENCE_S
  configuration[oidc.customFetch] = bounded
  for (const apply of execute) apply(configuration)
  // The signature of who somebody is counts too, not the connection alone.
  oidc.enableNonRepudiationChecks(configuration)
  return configuration
}

const configurations = cached('provider-configurations', async (id) => {
  const provider = await findProvider(id)
  if (!provider) throw new Error('No such provider')
  return discover({ ...provider, secret: openClientSecret(provider) })
})

export const configurationOf = ({ id }: Provider): Promise<oidc.Configuration> => configurations.get(id)

/** Where the provider sends people back to; it knows this address beforehand. */
export const redirectUri = (id: string): string => portalUrl(paths.signOnReturn(id))

/** Where it tells us that a session has ended. */
export const logoutUri = (id: string): string => portalUrl(paths.signOnLogout(id))

/** The address at the provider that asks who somebody is (authorization code with PKCE), and what to keep meanwhile. */
export async function ask(provider: Provider, isProof: boolean): Promise<{ url: string; question: Question }> {
  const verifier = oidc.randomPKCECodeVerifier()
  const question = {
    ...{ providerId: provider.id, isProof, verifier },
    ...{ state: oidc.randomState(), nonce: oidc.randomNonce() },
  }
  const url = oidc.buildAuthorizationUrl(await configurationOf(provider), {
    redirect_uri: redirectUri(provider.id),
    scope: 'openid email',
    state: question.state,
    nonce: question.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(isProof && { prompt: 'login', max_age: '0' }),
  })
  return { url: url.href, question }
}

/**
 * What the provider says, once its answer has come back with the browser: `query` is all that its address brought. Throws
 * unless state, nonce, verifier, issuer, audience, age and signature are right (OpenID Connect Core 1.0, 3.1.3.7).
 */
export async function listen(provider: Provider, query: URLSearchParams, question: Question): Promise<Answer> {
  const configuration = await configurationOf(provider)
  const url = new URL(redirectUri(provider.id))
  url.search = query.toString()
  const tokens = await oidc.authorizationCodeGrant(configuration, url, {
    expectedState: question.state,
    expectedNonce: question.nonce,
    pkceCodeVerifier: question.verifier,
    idTokenExpected: true,
    ...(question.isProof && { maxAge: FRESH_S }),
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('No ID token')
  // Many a provider tells the address at this place alone.
  const isThere = claims['email'] !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined
  const told = isThere ? claims : await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
  return {
    subject: claims.sub,
    email: typeof told['email'] === 'string' ? told['email'] : undefined,
    isVerified: told['email_verified'] === true,
    session: typeof claims['sid'] === 'string' ? claims['sid'] : undefined,
  }
}
