import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { idFrom, orNotFound } from '@/app/_server/page'
import { checkChain, listAudit } from '@/lib/audit/queries'
import { paths } from '@/lib/core/links'
import { formatInstant } from '@/lib/i18n/format'
import { DataTable } from '../../_ui/data-table'
import page from '../../_ui/page.module.css'
import tableStyles from '../../_ui/table.module.css'
import { auditSentence, auditDetails, auditWho } from './audit-words'
import styles from './audit.module.css'

interface Props {
  params: Promise<{ operator: string }>
  searchParams: Promise<{ before?: string; request?: string; check?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('audit.title') }
}

export default async function AuditPage({ params, searchParams }: Props) {
  const { ctx, operator } = await staffContext((await params).operator)
  const asked = await searchParams
  const requestId = asked.request === undefined ? undefined : idFrom(asked.request)
  const before = /^\d{1,12}$/.test(asked.before ?? '') ? Number(asked.before) : undefined
  const [{ rows, next }, proof, t, locale] = await Promise.all([
    orNotFound(listAudit(ctx, { ...(before && { before }), ...(requestId && { requestId }) })),
    asked.check === undefined ? undefined : orNotFound(checkChain(ctx)),
    getTranslations('admin'),
    currentLocale(),
  ])
  const ofRequest = requestId ? `request=${requestId}&` : ''
  const reference = requestId && rows.find((row) => row.requestId === requestId)?.reference
  return (
    <>
      <div className={page.head}>
        <h1>{t('audit.title')}</h1>
      </div>
      <p className={page.intro}>
        {t('audit.intro')}{' '}
        {proof ? (
          <strong role="status">
            {proof.fault ? t('audit.chainFault', { seq: proof.fault.seq }) : t('audit.chainOk')},{' '}
            {t('audit.chainRows', { n: proof.rows })}.
          </strong>
        ) : (
          <a href="?check=1">{t('audit.chainCheck')}</a>
        )}
      </p>
      {requestId && (
        <p className={page.intro}>
          {t('audit.ofRequest', { reference: reference ?? '' })} <a href="?">{t('audit.showAll')}</a>
        </p>
      )}
      {rows.length === 0 ? (
        <div className={page.empty}>
          <h2>{t('audit.empty')}</h2>
        </div>
      ) : (
        <DataTable
          label={t('audit.title')}
          head={(['seq', 'at', 'who', 'what', 'request'] as const).map((column) => t(`audit.columns.${column}`))}
        >
          {rows.map((row) => (
            <tr key={row.seq}>
              <td className={styles.seq}>{row.seq}</td>
              <td className={tableStyles.nowrap}>
                <time dateTime={row.at.toISOString()}>{formatInstant(row.at, locale, operator.timeZone)}</time>
              </td>
              <td>{auditWho(t, row)}</td>
              <td>
                {auditSentence(t, row.action)}
                <span className={styles.details}>{auditDetails(t, locale, row)}</span>
              </td>
              <td className={tableStyles.nowrap}>
                {row.reference && <a href={`?request=${row.requestId}`}>{row.reference}</a>}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      <nav className={page.pages} aria-label={t('queue.pages')}>
        {before && (
          <a className={page.button} href={requestId ? `?request=${requestId}` : paths.audit(locale, operator.slug)}>
            {t('audit.newest')}
          </a>
        )}
        {next && (
          <a className={page.button} rel="next" href={`?${ofRequest}before=${next}`}>
            {t('audit.older')}
          </a>
        )}
      </nav>
    </>
  )
}
