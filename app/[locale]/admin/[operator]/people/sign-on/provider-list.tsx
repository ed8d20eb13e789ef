import { getTranslations } from 'next-intl/server'
import { logoutUri, redirectUri } from '@/lib/sign-on/conversation'
import type { Provider } from '@/lib/sign-on/providers'
import { ButtonForm } from '../../../_ui/button-form'
import settings from '../../settings/settings.module.css'
import { remove } from './actions'
import styles from './sign-on.module.css'

interface Props {
  providers: readonly Provider[]
  slug: string
  forms: { reasons: Record<string, string>; errors: Record<string, string> }
}

/** The providers, with what each of them has to know of the portal. */
export async function ProviderList({ providers, slug, forms }: Props) {
  const t = await getTranslations('signOn.list')
  if (providers.length === 0) return <p className={styles.none}>{t('none')}</p>
  return (
    <ul className={styles.providers}>
      {providers.map(({ id, label, issuer, clientId }) => (
        <li key={id} className={settings.card}>
          <h2>{label}</h2>
          <p className={styles.address}>{issuer}</p>
          <p>{t('client', { id: clientId })}</p>
          <p className={settings.hint}>{t('tell')}</p>
          <dl className={settings.facts}>
            <dt>{t('return')}</dt>
            <dd className={styles.address}>{redirectUri(id)}</dd>
            <dt>{t('logout')}</dt>
            <dd className={styles.address}>{logoutUri(id)}</dd>
          </dl>
          <details>
            <summary>{t('removeAsk')}</summary>
            <p className={settings.hint}>{t('removeHint')}</p>
            <ButtonForm
              action={remove.bind(null, slug)}
              ids={{ providerId: id }}
              forms={forms}
              labels={{ submit: t('remove'), working: t('removing') }}
              look="plain"
            />
          </details>
        </li>
      ))}
    </ul>
  )
}
