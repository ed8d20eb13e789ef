import { getTranslations } from 'next-intl/server'
import { currentLocale } from '@/app/_server/context'
import { LanguageSwitch } from '@/app/_ui/language-switch'
import page from './page.module.css'

/** The link to this very page in the other language. */
export async function OtherLanguage() {
  const [t, locale] = await Promise.all([getTranslations('common'), currentLocale()])
  return <LanguageSwitch to={locale === 'ru' ? 'en' : 'ru'} hint={t('otherLanguageHint')} className={page.link} />
}
