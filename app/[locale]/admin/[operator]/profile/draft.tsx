import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { formatInstant, formatList, quoted } from '@/lib/i18n/format'
import { messages } from '@/lib/i18n/messages'
import { type DraftFault, type ProfileView } from '@/lib/operators/profile-draft'
import { markOf } from '@/lib/operators/profile-form'
import type { Operator } from '@/lib/operators/queries'
import { ButtonForm } from '../../_ui/button-form'
import page from '../../_ui/page.module.css'
import { discard, publish } from './actions'
import { Changes } from './changes'
import styles from './profile.module.css'

interface Props {
  view: ProfileView
  operator: Operator
  locale: Locale
}

/** What is about to be published, what keeps it from that, and how to look at it, publish it or drop it. */
export async function Draft({ view: { draft, profile, inForce, versions }, operator, locale }: Props) {
  const t = await getTranslations('profile')
  const { parts, reasons, errors, draft: words } = messages[locale].profile
  const version = versions[0]?.version ?? 0
  const forms = { reasons: { ...reasons, ...words.reasons }, errors }
  const names = formatList(
    (draft?.changed ?? []).map((part) => quoted(parts[part], locale)),
    locale,
  )
  const last = draft && {
    who: draft.changedBy ?? t('draft.somebody'),
    when: formatInstant(draft.changedAt, locale, operator.timeZone),
  }
  return (
    <section className={styles.draft} aria-labelledby="draft">
      <h2 id="draft">{t('draft.title')}</h2>
      {last ? (
        <p>{names ? t('draft.changed', { ...last, parts: names }) : t('draft.same', last)}</p>
      ) : (
        <p>{t('draft.none', { version })}</p>
      )}
      {names && (
        <details>
          <summary>{t('changes.title')}</summary>
          <Changes before={inForce} after={profile} locale={locale} />
        </details>
      )}
      {draft && draft.faults.length > 0 && <Faults faults={draft.faults} slug={operator.slug} locale={locale} />}
      <p>
        <a href={paths.profilePreview(locale, operator.slug)} className={page.link}>
          {t('draft.preview')}
        </a>
      </p>
      {draft && (
        <>
          {draft.faults.length === 0 && names && (
            <>
              <p className={styles.hint}>{t('draft.after')}</p>
              <ButtonForm
                action={publish.bind(null, operator.slug)}
                ids={{ seen: markOf(profile) }}
                forms={forms}
                labels={{ submit: t('draft.publish', { version: version + 1 }), working: t('draft.publishing') }}
              />
            </>
          )}
          <details>
            <summary>{t('draft.discardAsk')}</summary>
            <p className={styles.hint}>{t('draft.discardHint')}</p>
            <ButtonForm
              action={discard.bind(null, operator.slug)}
              ids={{ seen: markOf(profile), what: 'discard' }}
              forms={forms}
              labels={{ submit: t('draft.discard'), working: t('draft.discarding') }}
              look="plain"
            />
          </details>
        </>
      )}
    </section>
  )
}

async function Faults({ faults, slug, locale }: { faults: readonly DraftFault[]; slug: string; locale: Locale }) {
  const t = await getTranslations('profile')
  const { parts } = messages[locale].profile
  return (
    <div className={styles.faults}>
      <h3>{t('faults.title')}</h3>
      <ul>
        {faults.map(({ what, part, about, citedIn = [] }) => (
          <li key={`${what} ${about}`}>
            {t(`faults.${what}`, { about: what === 'part' && part ? parts[part] : about })}{' '}
            {[part, ...citedIn].map(
              (each) =>
                each && (
                  <a key={each} href={paths.profilePart(locale, slug, each)} className={page.link}>
                    {parts[each]}
                  </a>
                ),
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
