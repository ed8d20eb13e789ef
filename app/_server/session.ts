import { getServerSession, type NextAuthOptions } from 'next-auth'
import { encode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import { getEnv } from '@/lib/env'

declare module 'next-auth' {
  interface Session {
    token?: string
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    session?: string
  }
}

const isSecure = () => getEnv().PORTAL_URL.startsWith('https:')
const cookieName = (name: string) => (isSecure() ? `__Host-${name}` : name)
const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }) as const

const staffCookie = () => cookieName('staff')
const requesterCookie = () => cookieName('requester')

/**
 * The JWT holds an opaque session token and nothing else; whose it is, and whether it still counts, the database says at
 * every request. No /api/auth is mounted: the token never leaves for the browser's scripts.
 */
const authOptions = (): NextAuthOptions => ({
  providers: [],
  secret: getEnv().NEXTAUTH_SECRET,
  session: { strategy: 'jwt' },
  cookies: { sessionToken: { name: staffCookie(), options: cookieOptions() } },
  callbacks: { session: ({ session, token }) => ({ ...session, token: token.session }) },
  // A cookie that does not decrypt is nobody's session, not an event to log.
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
})

/** The token of the officer's session that the browser sent, if it sent one that this installation made. */
export async function readStaffToken(): Promise<string | undefined> {
  if (!(await cookies()).has(staffCookie())) return undefined
  const session = await getServerSession(authOptions())
  return session?.token
}

/** Sets the session cookie after `signInStaff`; only in a server action or a route handler. */
export async function setStaffToken(token: string, expiresAt: Date): Promise<void> {
  const maxAge = Math.max(1, Math.floor((expiresAt.getTime() - Date.now()) / 1000))
  const value = await encode({ token: { session: token }, secret: getEnv().NEXTAUTH_SECRET, maxAge })
  ;(await cookies()).set(staffCookie(), value, { ...cookieOptions(), expires: expiresAt })
}

export async function clearStaffToken(): Promise<void> {
  ;(await cookies()).set(staffCookie(), '', { ...cookieOptions(), maxAge: 0 })
}

/** What the requester's cookie holds: one case of one clinic at a time. */
export interface RequesterCookie {
  slug: string
  reference: string
  token: string
}

/** The cookie as the browser sent it: a claim, which only `findRequester` turns into an actor. */
export async function readRequesterCookie(): Promise<RequesterCookie | undefined> {
  const [slug, reference, token] = (await cookies()).get(requesterCookie())?.value.split('~') ?? []
  return slug && reference && token ? { slug, reference, token } : undefined
}

/** Sets the requester's cookie after `verifyCode`; only in a server action or a route handler. */
export async function setRequesterCookie({ slug, reference, token }: RequesterCookie, expiresAt: Date): Promise<void> {
  const value = [slug, reference, token].join('~')
  ;(await cookies()).set(requesterCookie(), value, { ...cookieOptions(), expires: expiresAt })
}

export async function clearRequesterCookie(): Promise<void> {
  ;(await cookies()).set(requesterCookie(), '', { ...cookieOptions(), maxAge: 0 })
}
