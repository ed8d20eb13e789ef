import type { Metadata } from 'next'
import { getMessages, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { currentLocale, findRequesterContext, publicContext } from '@/app/_server/context'
import { paths } from '@/lib/core/links'
import { CODE_MINUTES } from '@/lib/sessions/request-code'
import { enterCaseAction } from './actions'
import { CaseEntry } from './_parts/case-entry'
import { Narrow } from './_parts/narrow'

interface Props {
  params: Promise<{ operator: string }>
  searchParams: Promise<{ number?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('case.find')
  return { title: t('title'), robots: { index: false } }
}

/** The door to one's own case. Whoever has come through it already goes straight on. */
export default async function FindCasePage({ params, searchParams }: Props) {
  const { operator: slug } = await params
  const { number } = await searchParams
  const { operator, ctx } = await publicContext(slug)
  const locale = await currentLocale()
  const wanted = typeof number === 'string' ? number : undefined
  const open = await findRequesterContext(slug)
  if (open && (!wanted || wanted === open.reference)) redirect(paths.ownCase(locale, slug, open.reference))
  const t = await getTranslations('case.find')
  const { case: words, errors } = await getMessages()
  return (
    <Narrow
      icon="access"
      title={t('title')}
      lead={t('lead')}
      aside={
        <>
          <h2>{t('lostTitle')}</h2>
          <p>{t('lostText')}</p>
        </>
      }
    >
      <CaseEntry
        action={enterCaseAction.bind(null, slug)}
        number={wanted}
        words={{
          ...words.find,
          referenceWhy: t('referenceWhy', { example: `${operator.code}-${ctx.today.slice(0, 4)}-000123` }),
          codeLead: t('codeLead', { minutes: CODE_MINUTES }),
          errors,
        }}
      />
    </Narrow>
  )
}
