import { getTranslations } from 'next-intl/server'
import { LanguageSwitch } from '@/app/_ui/language-switch'
import page from './page.module.css'

/** The link to this very page in the other language. */
export async function OtherLanguage() {
  const t = await getTranslations('common')
  return <LanguageSwitch hint={t('otherLanguageHint')} className={page.link} />
}
