import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { mailStates } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { listMails } from '@/lib/mail/queries'
import { DataTable } from '../../_ui/data-table'
import page from '../../_ui/page.module.css'
import tableStyles from '../../_ui/table.module.css'
import { resend } from './actions'
import styles from './mail.module.css'
import { ResendForm } from './resend-form'
import { instantBrief, recipientWords, resendWords, stateTone, whatHappened } from './words'

interface Props {
  params: Promise<{ operator: string }>
  searchParams: Promise<{ state?: string; request?: string | string[]; after?: string }>
}

const columns = ['letter', 'state', 'recipient', 'request', 'attempts', 'reply', 'created'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminDeadlines.mail')
  return { title: t('title') }
}

export default async function MailPage({ params, searchParams }: Props) {
  const { ctx, operator } = await staffContext((await params).operator)
  const asked = await searchParams
  const state = mailStates.find((each) => each === asked.state)
  const reference = (typeof asked.request === 'string' && asked.request.trim()) || undefined
  const [{ rows, next }, t, locale] = await Promise.all([
    orNotFound(listMails(ctx, { state, reference, cursor: asked.after })),
    getTranslations('adminDeadlines.mail'),
    currentLocale(),
  ])
  const isNarrowed = Boolean(state ?? reference)
  const here = new URLSearchParams({ ...(state && { state }), ...(reference && { request: reference }) })
  const brief = (at: Date) => instantBrief(at, locale, operator.timeZone)
  const when = (at: Date) => <time dateTime={at.toISOString()}>{brief(at)}</time>
  return (
    <>
      <div className={page.head}>
        <h1>{t('title')}</h1>
      </div>
      <p className={page.intro}>{t('intro')}</p>
      <form method="get" className={styles.filter}>
        <label className={page.field}>
          {t('filter.state')}
          <select name="state" defaultValue={state ?? ''}>
            <option value="">{t('filter.any')}</option>
            {mailStates.map((each) => (
              <option key={each} value={each}>
                {t(`states.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={page.field}>
          {t('filter.reference')}
          <input type="text" name="request" defaultValue={reference} autoComplete="off" maxLength={40} />
        </label>
        <button type="submit" className={page.button}>
          {t('filter.apply')}
        </button>
        {isNarrowed && (
          <a href="?" className={page.link}>
            {t('filter.clear')}
          </a>
        )}
      </form>
      {rows.length === 0 ? (
        <div className={page.empty}>
          <h2>{t(isNarrowed ? 'emptyNarrow' : 'empty')}</h2>
        </div>
      ) : (
        <DataTable label={t('title')} head={columns.map((column) => t(`columns.${column}`))}>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={paths.mailLetter(locale, operator.slug, row.id)}>{t(`templates.${row.template}`)}</a>
              </td>
              <td>
                <span className={page.badge} data-tone={stateTone[row.state]}>
                  {t(`states.${row.state}`)}
                </span>
                {row.sentAt && <span className={styles.soft}>{when(row.sentAt)}</span>}
                <span className={styles.soft}>{whatHappened(t, row, brief)}</span>
                {row.foldedInto && (
                  <a className={styles.soft} href={paths.mailLetter(locale, operator.slug, row.foldedInto)}>
                    {t('openOther')}
                  </a>
                )}
                {row.resendable && (
                  <ResendForm action={resend.bind(null, operator.slug)} mailId={row.id} {...resendWords(t)} />
                )}
              </td>
              <td>{recipientWords(t, row.recipient)}</td>
              <td className={tableStyles.nowrap}>
                {row.reference && row.requestId && (
                  <a href={paths.request(locale, operator.slug, row.requestId)}>{row.reference}</a>
                )}
              </td>
              <td className={styles.number}>{row.attempts}</td>
              <td className={styles.reply}>{row.lastReply}</td>
              <td className={styles.when}>{when(row.createdAt)}</td>
            </tr>
          ))}
        </DataTable>
      )}
      {(next ?? asked.after) && (
        <nav className={page.pages} aria-label={t('pages')}>
          {asked.after && (
            <a className={page.button} href={`?${here}`}>
              {t('newest')}
            </a>
          )}
          {next && (
            <a className={page.button} rel="next" href={`?${new URLSearchParams([...here, ['after', next]])}`}>
              {t('older')}
            </a>
          )}
        </nav>
      )}
    </>
  )
}
