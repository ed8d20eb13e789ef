import { notFound, redirect } from 'next/navigation'
import { publicContext } from '@/app/_server/context'
import { NotFoundError } from '@/lib/core/errors'
import { paths } from '@/lib/core/links'
import { getOperator } from '@/lib/operators/queries'
import { readNeutralLink } from '@/lib/requests/case-links'
import { findReference } from '@/lib/requests/find-reference'

/** A mail's link names no clinic; here it learns which one it is of. It changes nothing: mail scanners follow links. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string; token: string }> }) {
  const { locale: given, token } = await params
  const locale = given === 'en' ? 'en' : 'ru'
  const link = readNeutralLink(token, new Date()) ?? notFound()
  const slug = await slugOf(link.operatorId)
  if (link.purpose === 'confirm-email') redirect(paths.confirmEmail(locale, slug, token))
  const { ctx } = await publicContext(slug)
  redirect(paths.ownCase(locale, slug, (await findReference(ctx, link.requestId)) ?? notFound()))
}

async function slugOf(operatorId: string): Promise<string> {
  try {
    return (await getOperator(operatorId)).slug
  } catch (error) {
    if (error instanceof NotFoundError) notFound()
    throw error
  }
}
