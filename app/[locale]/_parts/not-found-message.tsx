import { useTranslations } from 'next-intl'
import { LinkButton } from '@/app/_ui/button'
import { MessagePage } from '@/app/_ui/message-page'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'

interface Props {
  locale: Locale
  /** Of the clinic on whose pages it is said. */
  slug?: string
  /** Said to officers. */
  isStaff?: boolean
}

/** No such page, clinic, kind or case: which of them is never told, and there is a way on. */
export function NotFoundMessage({ locale, slug, isStaff = false }: Props) {
  const t = useTranslations('common.notFound')
  return (
    <MessagePage title={t('title')} text={t(isStaff ? 'staffText' : 'text')}>
      {isStaff && <LinkButton href={paths.admin(locale)}>{t('staffHome')}</LinkButton>}
      {slug && <LinkButton href={paths.operator(locale, slug)}>{t('clinic')}</LinkButton>}
      {!isStaff && (
        <LinkButton href={paths.operators(locale)} look={slug ? 'secondary' : 'primary'}>
          {t('home')}
        </LinkButton>
      )}
    </MessagePage>
  )
}
