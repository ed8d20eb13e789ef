import { getTranslations } from 'next-intl/server'
import { currentLocale } from '@/app/_server/context'
import { LinkButton } from '@/app/_ui/button'
import { MessagePage } from '@/app/_ui/message-page'
import { paths } from '@/lib/core/links'

/** No such page, clinic, kind or case: which of them is never told, and there is a way on. */
export default async function NotFound() {
  const t = await getTranslations('common.notFound')
  return (
    <main id="main" tabIndex={-1}>
      <MessagePage title={t('title')} text={t('text')}>
        <LinkButton href={paths.operators(await currentLocale())}>{t('home')}</LinkButton>
      </MessagePage>
    </main>
  )
}
