import type { Metadata } from 'next'
import { currentLocale, publicContext } from '@/app/_server/context'
import { paths } from '@/lib/core/links'
import { listPublicTerms } from '@/lib/operators/public-terms'
import { Rights } from './_parts/rights'

interface Props {
  params: Promise<{ operator: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { operator } = await params
  return { alternates: { languages: { ru: paths.operator('ru', operator), en: paths.operator('en', operator) } } }
}

/** A clinic's rights page: what one may ask, how long it takes, what it holds, and what its policy promises. */
export default async function RightsPage({ params }: Props) {
  const { operator } = await publicContext((await params).operator)
  const locale = await currentLocale()
  return <Rights operator={operator} terms={await listPublicTerms(operator.id)} locale={locale} />
}
