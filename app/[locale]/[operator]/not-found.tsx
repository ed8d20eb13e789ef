import { getTranslations } from 'next-intl/server'
import { currentLocale } from '@/app/_server/context'
import { LinkButton } from '@/app/_ui/button'
import { MessagePage } from '@/app/_ui/message-page'
import { paths } from '@/lib/core/links'

/** No such kind, receipt or link at this clinic, whose header and footer stay. */
export default async function NotFound() {
  const t = await getTranslations('common.notFound')
  return (
    <MessagePage title={t('title')} text={t('text')}>
      <LinkButton href={paths.operators(await currentLocale())}>{t('home')}</LinkButton>
    </MessagePage>
  )
}
