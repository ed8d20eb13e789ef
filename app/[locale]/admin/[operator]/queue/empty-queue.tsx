import type { AdminWords } from '../../_ui/due-words'
import page from '../../_ui/page.module.css'
import type { QueueUrl } from './query'

export function EmptyQueue({ url, t }: { url: QueueUrl; t: AdminWords }) {
  const isNarrowed = Boolean(url.kind ?? url.state ?? url.assigneeId)
  return (
    <div className={page.empty}>
      <h2>{isNarrowed ? t('queue.emptyNarrow') : t(`queue.empty.${url.filter}`)}</h2>
      <p>{isNarrowed ? t('queue.emptyNarrowHint') : t(`queue.emptyHint.${url.filter}`)}</p>
      {(isNarrowed || url.filter !== 'all') && (
        <a href="?" className={page.button}>
          {t('queue.filter.all')}
        </a>
      )}
    </div>
  )
}
