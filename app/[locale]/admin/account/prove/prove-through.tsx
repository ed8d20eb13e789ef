import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import type { Provider } from '@/lib/sign-on/providers'
import formStyles from '../../_ui/action-form.module.css'
import page from '../../_ui/page.module.css'

interface Props {
  provider: Provider
  /** Whether the provider has been asked, and what came of it. */
  came: 'proven' | 'failed' | undefined
  /** Where to go on to; without it, back to the other tab. */
  next: string | undefined
  locale: Locale
}

/** Who was signed in by a provider proves there who they are, and comes back. */
export async function ProveThrough({ provider: { id, label }, came, next, locale }: Props) {
  const [t, prove] = await Promise.all([getTranslations('signOn.prove'), getTranslations('people.prove')])
  if (came === 'proven') {
    return (
      <>
        <p role="status" className={formStyles.done}>
          {next ? prove('proven') : prove('provenElsewhere')}
        </p>
        {next && (
          <a href={next} className={`${page.button} ${page.primary}`}>
            {prove('goOn')}
          </a>
        )}
      </>
    )
  }
  return (
    <>
      {came === 'failed' && (
        <p role="alert" className={formStyles.problem}>
          {t('failed')}
        </p>
      )}
      <p className={page.intro}>{t('intro', { provider: label })}</p>
      <a href={paths.signOn(id, { locale, next, proof: true })} className={`${page.button} ${page.primary}`}>
        {t('submit', { provider: label })}
      </a>
    </>
  )
}
