import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { citedClauses, isOwnPolicy } from '@/db/operators'
import { paths } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import type { ProfileView } from '@/lib/operators/profile-draft'
import page from '../../_ui/page.module.css'
import styles from './profile.module.css'

interface Props {
  view: ProfileView
  slug: string
  locale: Locale
}

/** What a clinic that nobody sees yet still lacks, until it can take its first request. */
export async function NextSteps({ view: { profile, isStaffed }, slug, locale }: Props) {
  const t = await getTranslations('profile.nextSteps')
  const { people, links } = messages[locale]
  const hasPolicy = isOwnPolicy(Object.values(citedClauses(profile)).flat())
  const steps = [
    { step: 'policy', isDone: hasPolicy, href: '#parts', to: messages[locale].profile.partsTitle },
    { step: 'people', isDone: isStaffed, href: paths.people(locale, slug), to: people.list.title },
    { step: 'open', isDone: false, href: paths.links(locale, slug), to: links.title },
  ] as const
  return (
    <section className={styles.draft} aria-labelledby="next-steps">
      <h2 id="next-steps">{t('title')}</h2>
      <ol className={styles.steps}>
        {steps.map(({ step, isDone, href, to }) => (
          <li key={step}>
            {t(step)}{' '}
            <a href={href} className={page.link}>
              {to}
            </a>{' '}
            {isDone && (
              <span className={page.badge} data-tone="good">
                {t('done')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
