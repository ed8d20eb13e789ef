import type { Locale } from '@/db/enums'
import type { Context } from '@/lib/core/context'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import { getOperator } from '@/lib/operators/queries'

/** Absolute links to one request, for mails: as its requester and as its officers see it. */
export async function caseLinks(ctx: Context, request: { id: string; reference: string; locale: Locale }) {
  const { slug } = await getOperator(ctx.actor.operatorId)
  return {
    caseUrl: portalUrl(paths.ownCase(request.locale, slug, request.reference)),
    requestUrl: (locale: Locale) => portalUrl(paths.request(locale, slug, request.id)),
  }
}
