import { getTranslations } from 'next-intl/server'
import { paths } from '@/lib/core/links'
import page from '../../../../_ui/page.module.css'
import type { CaseView } from '../view'

/** For a lead, once the request is closed: on to the page that says what would go. */
export async function EraseLink({ view: { may, slug, locale, request } }: { view: CaseView }) {
  if (!may.erase) return null
  const t = await getTranslations('erasure')
  return (
    <a href={`${paths.request(locale, slug, request.id)}/erase`} className={page.link}>
      {t('link')}
    </a>
  )
}
