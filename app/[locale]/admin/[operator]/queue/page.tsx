import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { getCalendar } from '@/lib/calendar/queries'
import { listQueue } from '@/lib/requests/queue'
import { can } from '@/lib/requests/permissions'
import { queueFilters } from '@/lib/requests/model'
import { EmptyQueue } from './empty-queue'
import { NarrowForm } from './narrow-form'
import { type QueueUrl, readQueueUrl, type SearchParams, writeQueueUrl } from './query'
import { queueLines } from './queue-lines'
import { QueueTable } from './queue-table'
import styles from './queue.module.css'
import page from '../../_ui/page.module.css'

interface Props {
  params: Promise<{ operator: string }>
  searchParams: Promise<SearchParams>
}

const columns = ['term', 'request', 'next', 'assignee', 'state'] as const

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('admin')
  const { filter } = readQueueUrl(await searchParams)
  const title = t('queue.title')
  return { title: filter === 'all' ? title : `${t(`queue.filter.${filter}`)}, ${title}` }
}

export default async function QueuePage({ params, searchParams }: Props) {
  const { ctx, operator } = await staffContext((await params).operator)
  const url = readQueueUrl(await searchParams)
  const [{ rows, next, counts }, calendar, t, locale] = await Promise.all([
    orNotFound(listQueue(ctx, url)),
    getCalendar(),
    getTranslations('admin'),
    currentLocale(),
  ])
  const { steps } = url
  return (
    <>
      <div className={page.head}>
        <h1>{t('queue.title')}</h1>
        {can(ctx.actor, 'fileByHand') && (
          <a href="new" className={page.button}>
            {t('nav.new')}
          </a>
        )}
      </div>
      <nav aria-label={t('queue.filters')} className={styles.tabs}>
        {queueFilters.map((filter) => (
          <a
            key={filter}
            href={writeQueueUrl({ ...url, filter, steps: [] }) || '?'}
            data-filter={filter}
            data-any={counts[filter] > 0}
            {...(filter === url.filter && { 'aria-current': 'true' })}
          >
            {t(`queue.filter.${filter}`)} <strong>{counts[filter].toLocaleString(locale)}</strong>
          </a>
        ))}
      </nav>
      <NarrowForm url={url} t={t} />
      {rows.length > 0 ? (
        <QueueTable
          lines={queueLines(rows, { today: ctx.today, calendar }, locale, t)}
          columns={columns.map((key) => t(`queue.columns.${key}`))}
          nobody={t('queue.nobody')}
          slug={operator.slug}
          locale={locale}
        />
      ) : (
        <EmptyQueue url={url} t={t} />
      )}
      {(next ?? steps.length > 0) && (
        <nav className={page.pages} aria-label={t('queue.pages')}>
          {steps.length > 0 && (
            <a className={page.button} rel="prev" href={pageUrl(url, steps.slice(0, -1))}>
              {t('queue.previous')}
            </a>
          )}
          {next && (
            <a className={page.button} rel="next" href={pageUrl(url, [...steps, next])}>
              {t('queue.next')}
            </a>
          )}
        </nav>
      )}
    </>
  )
}

const pageUrl = (url: QueueUrl, steps: readonly string[]): string => writeQueueUrl({ ...url, steps }) || '?'
