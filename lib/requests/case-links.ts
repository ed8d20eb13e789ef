import type { Locale } from '@/db/enums'
import type { Context } from '@/lib/core/context'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import { getOperator } from '@/lib/operators/queries'
import { readToken, signToken } from '@/lib/vault/signed-token'

const KEPT_MS = 3 * 365 * 86_400_000
const RECEIPT_MS = 180 * 86_400_000

type NeutralPurpose = 'own-case' | 'confirm-email'

/** `contactVersion`: which of its addresses the links are for; 0, the first, where none is given. */
interface LinkedRequest {
  id: string
  locale: Locale
  contactVersion?: number
}

/** Absolute links to one request, for mails: as its requester and as its officers see it. */
export async function caseLinks(ctx: Context, request: LinkedRequest) {
  const { slug } = await getOperator(ctx.actor.operatorId)
  const neutral = (purpose: NeutralPurpose) =>
    portalUrl(paths.neutral(request.locale, signNeutral(purpose, ctx, request)))
  return {
    caseUrl: neutral('own-case'),
    confirmUrl: neutral('confirm-email'),
    requestUrl: (locale: Locale) => portalUrl(paths.request(locale, slug, request.id)),
  }
}

// A clinic's name in a link tells what the person is treated for (323-FZ 13): a mail's link names ids alone.
function signNeutral(purpose: NeutralPurpose, ctx: Context, { id, contactVersion = 0 }: LinkedRequest): string {
  const to = [ctx.actor.operatorId, id, ...(contactVersion > 0 ? [contactVersion] : [])].join('_')
  return signToken(purpose, to, new Date(ctx.now.getTime() + KEPT_MS))
}

/** Where a mail's link leads: which clinic, which request, and to do what. Undefined for a link that was not ours. */
export function readNeutralLink(
  token: string,
  now: Date,
): { purpose: NeutralPurpose; operatorId: string; requestId: string; contactVersion: number } | undefined {
  for (const purpose of ['own-case', 'confirm-email'] as const) {
    const [operatorId, requestId, version = '0'] = readToken(purpose, token, now)?.split('_') ?? []
    if (operatorId && requestId) return { purpose, operatorId, requestId, contactVersion: Number(version) }
  }
  return undefined
}

/** The token of the page that a person sees right after filing; good for half a year. */
export const signReceipt = (ctx: Context, requestId: string): string =>
  signToken('receipt', requestId, new Date(ctx.now.getTime() + RECEIPT_MS))
