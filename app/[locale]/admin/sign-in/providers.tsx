import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import type { Operator } from '@/lib/operators/queries'
import type { Provider } from '@/lib/sign-on/providers'
import styles from '../_door/door.module.css'
import page from '../_ui/page.module.css'

interface Props {
  offered: readonly Provider[]
  operators: readonly Operator[]
  locale: Locale
  next: string | undefined
}

/** By whom one can be signed in. Links and no form: what a form leads to must be ours. */
export async function Providers({ offered, operators, locale, next }: Props) {
  if (offered.length === 0) return null
  const t = await getTranslations('signOn.door')
  /** Two clinics may call theirs alike. */
  const named = ({ id, label, operatorId }: Provider): string => {
    const isUnique = !offered.some((other) => other.id !== id && other.label === label)
    const clinic = operators.find((operator) => operator.id === operatorId)
    return isUnique || !clinic ? label : `${label} (${clinic.profile.name[locale]})`
  }
  return (
    <ul className={styles.providers} aria-label={t('title')}>
      {offered.map((provider) => (
        <li key={provider.id}>
          <a href={paths.signOn(provider.id, { locale, next })} className={page.button}>
            {t('with', { provider: named(provider) })}
          </a>
        </li>
      ))}
    </ul>
  )
}
