import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import type { Provider } from '@/lib/sign-on/providers'
import styles from '../_door/door.module.css'
import page from '../_ui/page.module.css'

interface Props {
  offered: readonly Provider[]
  locale: Locale
  next: string | undefined
}

/** By whom one can be signed in. Links and no form: what a form leads to must be ours. */
export async function Providers({ offered, locale, next }: Props) {
  if (offered.length === 0) return null
  const t = await getTranslations('signOn.door')
  return (
    <ul className={styles.providers} aria-label={t('title')}>
      {offered.map(({ id, label }) => (
        <li key={id}>
          <a href={paths.signOn(id, { locale, next })} className={page.button}>
            {t('with', { provider: label })}
          </a>
        </li>
      ))}
    </ul>
  )
}
