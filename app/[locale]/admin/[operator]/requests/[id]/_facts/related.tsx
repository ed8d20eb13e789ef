import { paths } from '@/lib/core/links'
import { formatDate } from '@/lib/i18n/format'
import { repeatedAfter } from '@/lib/requests/rules'
import styles from '../case.module.css'
import type { CaseView } from '../view'

/** Other requests that may be of the same person; nothing where there is none. */
export function Related({ view: { t, locale, slug, request, related } }: { view: CaseView }) {
  if (related.length === 0) return null
  const given = repeatedAfter(request, related)
  return (
    <section className={styles.card} aria-labelledby="related">
      <h2 id="related">{t('case.related.title')}</h2>
      <p className={styles.soft}>{t('case.related.intro')}</p>
      {given?.answeredOn && (
        <p className={styles.note}>
          {t('case.related.repeated', { number: given.reference, date: formatDate(given.answeredOn, locale) })}
        </p>
      )}
      <ul className={styles.related}>
        {related.map(({ id, reference, kind, state, receivedOn, outcome, answeredOn, sameMailbox }) => (
          <li key={id}>
            <a href={paths.request(locale, slug, id)}>{reference}</a> {t(`kind.${kind}`)}
            <span className={styles.soft}>
              {t('case.related.received', { date: formatDate(receivedOn, locale) })}
              {'. '}
              {outcome && answeredOn
                ? t('case.related.answered', { outcome, date: formatDate(answeredOn, locale) })
                : t(`state.${state}`)}
              {'. '}
              {t(sameMailbox ? 'case.related.mailbox' : 'case.related.name')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
