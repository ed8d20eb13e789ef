import { notFound, redirect } from 'next/navigation'
import { currentLocale, publicContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { paths } from '@/lib/core/links'
import { getOperator } from '@/lib/operators/queries'
import { readNeutralLink } from '@/lib/requests/case-links'
import { findReference } from '@/lib/requests/find-reference'

/**
 * A mail's link names no clinic; here it learns which one it is of. It changes nothing: mail scanners follow links. A page,
 * so that whoever follows a link that is too old reads why nothing is there.
 */
export default async function NeutralLinkPage({ params }: { params: Promise<{ token: string }> }): Promise<never> {
  const token = decodeURIComponent((await params).token)
  const locale = await currentLocale()
  const link = readNeutralLink(token, new Date()) ?? notFound()
  const { slug } = await orNotFound(getOperator(link.operatorId))
  if (link.purpose === 'confirm-email') redirect(paths.confirmEmail(locale, slug, token))
  const { ctx } = await publicContext(slug)
  redirect(paths.ownCase(locale, slug, (await findReference(ctx, link.requestId)) ?? notFound()))
}
