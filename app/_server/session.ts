import { decode, encode } from 'next-auth/jwt'
import { cookies, headers } from 'next/headers'
import { getEnv } from '@/lib/env'
import { CODE_MINUTES } from '@/lib/sessions/code-model'
import type { SecondStepTicket } from '@/lib/sessions/second-step'
import type { Browser, StartedSession } from '@/lib/sessions/start-session'

declare module 'next-auth/jwt' {
  interface JWT {
    session?: string
  }
}

const isSecure = () => getEnv().PORTAL_URL.startsWith('https:')
export const cookieName = (name: string) => (isSecure() ? `__Host-${name}` : name)
export const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }) as const

const staffCookie = () => cookieName('staff')
const requesterCookie = () => cookieName('requester')

/**
 * The token of the officer's session that the browser sent, if it sent one that this installation made. The JWT holds that
 * token and nothing else; whose it is, and whether it still counts, the database says at every request.
 */
export async function readStaffToken(): Promise<string | undefined> {
  const token = (await cookies()).get(staffCookie())?.value
  // A cookie that does not decrypt is nobody's session, not an event to log.
  const jwt = token && (await decode({ token, secret: getEnv().NEXTAUTH_SECRET }).catch(() => null))
  return jwt ? jwt.session : undefined
}

async function setStaffToken(token: string, expiresAt: Date): Promise<void> {
  const maxAge = Math.max(1, Math.floor((expiresAt.getTime() - Date.now()) / 1000))
  const value = await encode({ token: { session: token }, secret: getEnv().NEXTAUTH_SECRET, maxAge })
  ;(await cookies()).set(staffCookie(), value, { ...cookieOptions(), expires: expiresAt })
}

/** Signs the browser in, whichever step was the last. */
export async function keepSignedIn({ session, device }: StartedSession): Promise<void> {
  await setStaffToken(session.token, session.expiresAt)
  await setDeviceTokens(device)
  ;(await cookies()).set(secondStepCookie(), '', { ...cookieOptions(), maxAge: 0 })
}

export async function clearStaffToken(): Promise<void> {
  ;(await cookies()).set(staffCookie(), '', { ...cookieOptions(), maxAge: 0 })
}

const secondStepCookie = () => cookieName('second-step')

/** The ticket between the two steps of signing in: a claim, which `takeSecondStep` looks at. */
export async function readSecondStepTicket(): Promise<string | undefined> {
  return (await cookies()).get(secondStepCookie())?.value
}

/** Sets it after the first step; only in a server action. */
export async function setSecondStepTicket({ ticket, expiresAt }: SecondStepTicket): Promise<void> {
  ;(await cookies()).set(secondStepCookie(), ticket, { ...cookieOptions(), expires: expiresAt })
}

const deviceCookie = () => cookieName('device')

/**
 * What the browser says of itself, with the signed tokens of the accounts that have signed in from it before: claims, which
 * the sign-in looks at.
 */
export async function readBrowser(): Promise<Browser> {
  const deviceTokens = (await cookies()).get(deviceCookie())?.value.split('~') ?? []
  return { deviceTokens, userAgent: (await headers()).get('user-agent')?.slice(0, 500) }
}

/** Signing out leaves it. */
async function setDeviceTokens({ tokens, expiresAt }: { tokens: string[]; expiresAt: Date }): Promise<void> {
  ;(await cookies()).set(deviceCookie(), tokens.join('~'), { ...cookieOptions(), expires: expiresAt })
}

const askedCookie = () => cookieName('asked')

/** What was typed to get a code, for the page that asks for it: no one else's, and not in its address. */
export interface AskedCookie {
  codeId: string
  /** As its owner alone knows it. */
  address: string
}

export async function readAskedCookie(): Promise<AskedCookie | undefined> {
  const [codeId, address] = (await cookies()).get(askedCookie())?.value.split('~') ?? []
  return codeId && address ? { codeId, address } : undefined
}

/** Sets it after `requestCode`, for about as long as the code works; only in a server action. */
export async function setAskedCookie({ codeId, address }: AskedCookie): Promise<void> {
  ;(await cookies()).set(askedCookie(), `${codeId}~${address}`, { ...cookieOptions(), maxAge: 2 * CODE_MINUTES * 60 })
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

/** Sets the requester's cookie after `verifyCode`, which ends the asking; only in a server action or a route handler. */
export async function setRequesterCookie({ slug, reference, token }: RequesterCookie, expiresAt: Date): Promise<void> {
  const value = [slug, reference, token].join('~')
  const jar = await cookies()
  jar.set(requesterCookie(), value, { ...cookieOptions(), expires: expiresAt })
  jar.set(askedCookie(), '', { ...cookieOptions(), maxAge: 0 })
}

const savedFormCookie = () => cookieName('saved-form')

/** The ticket of a saved form: a claim, which only `findSavedForm` opens. */
export async function readSavedFormCookie(): Promise<string | undefined> {
  return (await cookies()).get(savedFormCookie())?.value
}

/** Sets it for as long as the next page takes, no longer than that: whoever uses the browser next is somebody else. */
export async function setSavedFormCookie(ticket: string, maxAge: number): Promise<void> {
  ;(await cookies()).set(savedFormCookie(), ticket, { ...cookieOptions(), maxAge })
}

export async function clearSavedFormCookie(): Promise<void> {
  ;(await cookies()).set(savedFormCookie(), '', { ...cookieOptions(), maxAge: 0 })
}

export async function clearRequesterCookie(): Promise<void> {
  ;(await cookies()).set(requesterCookie(), '', { ...cookieOptions(), maxAge: 0 })
}
