import type { Metadata } from 'next'
import { getMessages, getTranslations } from 'next-intl/server'
import { currentLocale, publicContext } from '@/app/_server/context'
import { paths } from '@/lib/core/links'
import { Narrow } from '../_parts/narrow'
import { openSavedAction } from './actions'
import { KeyForm } from './_parts/key-form'

interface Props {
  params: Promise<{ operator: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('saved.enter')
  return { title: t('title'), robots: { index: false } }
}

/** Where a form is opened again that somebody has saved. */
export default async function SavedPage({ params }: Props) {
  const { operator } = await publicContext((await params).operator)
  const locale = await currentLocale()
  const t = await getTranslations('saved.enter')
  const { saved, errors } = await getMessages()
  return (
    <Narrow
      icon="file"
      title={t('title')}
      lead={t('lead')}
      aside={
        <>
          <h2>{t('lostTitle')}</h2>
          <p>
            {t('lostText')} <a href={`${paths.operator(locale, operator.slug)}#kinds`}>{t('anew')}</a>
          </p>
        </>
      }
    >
      <KeyForm action={openSavedAction.bind(null, operator.slug)} words={{ ...saved.enter, errors }} />
    </Narrow>
  )
}
