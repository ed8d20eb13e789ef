import { decode, encode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import { type Locale, locales } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { getEnv } from '@/lib/env'
import type { Question } from '@/lib/sign-on/conversation'
import type { SignOnFault } from '@/lib/sign-on/sign-in-through'
import { cookieName, cookieOptions } from './session'

declare module 'next-auth/jwt' {
  interface JWT {
    journey?: Journey
  }
}

/** What a browser keeps, encrypted, while somebody is at a provider. */
export interface Journey {
  question: Question
  locale: Locale
  /** The page that asked for it. */
  next: string | undefined
}

/** Why nobody was signed in: words of the sign-in page. */
export type SignOnTrouble = SignOnFault | 'silent' | 'refused' | 'over' | 'flood'
export const signOnTroubles: readonly SignOnTrouble[] = [
  ...(['unknown', 'unverified', 'taken'] as const),
  ...(['silent', 'refused', 'over', 'flood'] as const),
]

/** Time to find a password, and a telephone. */
const JOURNEY_S = 15 * 60
const journeyCookie = () => cookieName('sign-on')

export async function beginJourney(journey: Journey): Promise<void> {
  const value = await encode({ token: { journey }, secret: getEnv().NEXTAUTH_SECRET, maxAge: JOURNEY_S })
  ;(await cookies()).set(journeyCookie(), value, { ...cookieOptions(), maxAge: JOURNEY_S })
}

/** What was begun with, once: an answer that comes a second time belongs to nothing. */
export async function endJourney(): Promise<Journey | undefined> {
  const jar = await cookies()
  const token = jar.get(journeyCookie())?.value
  jar.set(journeyCookie(), '', { ...cookieOptions(), maxAge: 0 })
  // A cookie that does not decrypt is no journey of ours, not an event to log.
  const jwt = token && (await decode({ token, secret: getEnv().NEXTAUTH_SECRET }).catch(() => null))
  return jwt ? jwt.journey : undefined
}

export const localeIn = (asked: string | null): Locale => locales.find((locale) => locale === asked) ?? 'ru'

/** Within this site, by its own name, whatever name was asked for. */
export const leadTo = (path: string): Response =>
  new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })

export const leadBack = (locale: Locale, trouble: SignOnTrouble, next?: string): Response =>
  leadTo(paths.signInAfter(locale, trouble, next))
