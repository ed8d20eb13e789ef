import type { Metadata } from 'next'
import { getMessages, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { currentLocale, publicContext } from '@/app/_server/context'
import { paths } from '@/lib/core/links'
import { readNeutralLink } from '@/lib/requests/case-links'
import { findConfirmation } from '@/lib/requests/find-reference'
import { Narrow } from '../../_parts/narrow'
import { confirmEmailAction } from './actions'
import { ConfirmForm } from './confirm-form'

interface Props {
  params: Promise<{ operator: string; token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('case.confirm')
  return { title: t('title'), robots: { index: false } }
}

/** Looking confirms nothing: mail scanners follow links. The button does. */
export default async function ConfirmPage({ params }: Props) {
  const { operator: slug, token } = await params
  const { ctx } = await publicContext(slug)
  const link = readNeutralLink(decodeURIComponent(token), ctx.now)
  if (link?.purpose !== 'confirm-email' || link.operatorId !== ctx.actor.operatorId) notFound()
  const known = (await findConfirmation(ctx, link)) ?? notFound()
  const locale = await currentLocale()
  const { case: words } = await getMessages()
  return (
    <Narrow icon="email">
      <ConfirmForm
        action={confirmEmailAction.bind(null, slug)}
        known={known.isConfirmed ? known : undefined}
        token={decodeURIComponent(token)}
        findCase={paths.findCase(locale, slug)}
        words={words.confirm}
      />
    </Narrow>
  )
}
