import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ClientMetadata, type KoaContextWithOIDC, Provider } from 'oidc-provider'

/** Somebody at the provider; the name that they give there is their `sub`. */
interface Holder {
  email?: string
  verified?: boolean
}

export interface OpenIdProvider {
  issuer: string
  /** Whom it knows, by their `sub`. */
  people: Map<string, Holder>
  clientId: string
  clientSecret: string
  /** The portal's addresses are known once the portal knows the provider. */
  register(addresses: { redirect: string; logout: string }): void
  close(): Promise<void>
}

const clientId = 'portal'
const clientSecret = 'a secret of the provider and the portal'

/** A real OpenID provider on the loopback, with pages to sign in at: any password will do. */
export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const people = new Map<string, Holder>()
  let handle: ReturnType<Provider['callback']> | undefined
  const server = createServer((req, res) => void handle?.(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const serve = (clients: ClientMetadata[]) => {
    const served = new Provider(issuer, {
      clients,
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      cookies: { keys: ['of a test'] },
      features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
      pkce: { required: () => true },
      // Its own dispatcher keeps it from the loopback, where the portal is.
      fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
      findAccount: (_ctx: KoaContextWithOIDC, accountId: string) => ({
        accountId,
        claims: () => {
          const { email, verified } = people.get(accountId) ?? {}
          return { sub: accountId, ...(email && { email, email_verified: verified === true }) }
        },
      }),
    })
    served.on('backchannel.error', (_ctx, error) => void process.stderr.write(`${String(error)}\n`))
    handle = served.callback()
  }
  serve([])
  return {
    ...{ issuer, people, clientId, clientSecret },
    register: ({ redirect, logout }) => {
      serve([
        {
          ...{ client_id: clientId, client_secret: clientSecret },
          redirect_uris: [redirect],
          ...{ backchannel_logout_uri: logout, backchannel_logout_session_required: true },
        },
      ])
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A browser without pictures: signs in at the provider, agrees, and gives the address that the provider leads back to. */
export async function signInThere(url: string, login: string, back: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = url
  let form: URLSearchParams | undefined
  for (let step = 0; step < 15; step += 1) {
    const answer = await fetch(next, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: form }),
    })
    form = undefined
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location) {
      next = new URL(location, next).href
      if (next.startsWith(back)) return new URL(next)
      continue
    }
    const page = await answer.text()
    const [, action] = /<form[^>]*action="([^"]+)"/.exec(page) ?? []
    if (!action) throw new Error(`The provider shows no form: ${answer.status} ${page.slice(0, 300)}`)
    next = new URL(action.replaceAll('&amp;', '&'), next).href
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'login'
    form = new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'any' }) })
  }
  throw new Error('The provider leads nowhere')
}
