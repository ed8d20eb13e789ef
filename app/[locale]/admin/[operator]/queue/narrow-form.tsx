import { requestKinds } from '@/db/enums'
import type { AdminWords } from '../../_ui/due-words'
import page from '../../_ui/page.module.css'
import type { QueueUrl } from './query'
import styles from './queue.module.css'

/** Filters beside the tabs; a plain form, so that the address can be kept and shared. */
export function NarrowForm({ url, t }: { url: QueueUrl; t: AdminWords }) {
  const isNarrowed = Boolean(url.kind ?? url.state)
  return (
    <details className={styles.narrow} open={isNarrowed}>
      <summary>{t('queue.narrow')}</summary>
      <form method="get">
        {url.filter !== 'all' && <input type="hidden" name="filter" value={url.filter} />}
        <label className={page.field}>
          {t('queue.kind')}
          <select name="kind" defaultValue={url.kind ?? ''}>
            <option value="">{t('queue.any')}</option>
            {requestKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={page.field}>
          {t('queue.state')}
          <select name="state" defaultValue={url.state ?? ''}>
            <option value="">{t('queue.anyState')}</option>
            {(['registered', 'in-progress', 'answered'] as const).map((state) => (
              <option key={state} value={state}>
                {t(`state.${state}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={page.button}>
          {t('queue.apply')}
        </button>
        {isNarrowed && (
          <a href={url.filter === 'all' ? '?' : `?filter=${url.filter}`} className={page.link}>
            {t('queue.clear')}
          </a>
        )}
      </form>
    </details>
  )
}
