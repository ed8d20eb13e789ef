import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { Icon } from '@/app/_ui/icon'
import { yearOf } from '@/lib/core/calendar-date'
import { paths } from '@/lib/core/links'
import { listRegister } from '@/lib/requests/register'
import { registerWords } from '../../_ui/clock-words'
import { answerClock } from '@/lib/requests/verdicts'
import { dateInBook } from '../../_ui/dates'
import page from '../../_ui/page.module.css'
import { PrintButton } from '../../_ui/print-button'

interface Props {
  params: Promise<{ operator: string }>
  searchParams: Promise<{ year?: string; after?: string }>
}

const FIRST_YEAR = 2020

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('register.title') }
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const { ctx, operator } = await staffContext((await params).operator)
  const asked = await searchParams
  const thisYear = yearOf(ctx.today)
  const year = numberIn(asked.year, FIRST_YEAR, thisYear) ?? thisYear
  const after = numberIn(asked.after, 1, 999_999)
  const [{ rows, next }, t, locale] = await Promise.all([
    orNotFound(listRegister(ctx, { year, ...(after && { after }) })),
    getTranslations('admin'),
    currentLocale(),
  ])
  const columns = [
    'reference',
    'receivedOn',
    'kind',
    'requesterType',
    'channel',
    'responseDueOn',
    'clocks',
    'timeliness',
    'state',
    'outcome',
    'closedOn',
    'assigneeName',
  ] as const
  return (
    <>
      <div className={page.head}>
        <h1>{t('register.title')}</h1>
        <form method="get" className={page.inline}>
          <label className={page.field}>
            <span className="visually-hidden">{t('register.year')}</span>
            <select name="year" defaultValue={year}>
              {Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => (
                <option key={back}>{thisYear - back}</option>
              ))}
            </select>
          </label>
          <button type="submit" className={page.button}>
            {t('register.show')}
          </button>
        </form>
        <PrintButton label={t('register.print')} />
        <a className={page.button} href={`/api/register/${operator.slug}/${year}?locale=${locale}`} download>
          <Icon name="download" size={18} />
          {t('register.export')}
        </a>
      </div>
      <p className={page.printed}>
        {t('register.book', { operator: operator.profile.legalName[locale], year: String(year) })}
      </p>
      {rows.length === 0 ? (
        <div className={page.empty}>
          <h2>{t('register.empty', { year: String(year) })}</h2>
        </div>
      ) : (
        <div className={page.scroll} tabIndex={0} role="region" aria-label={t('register.title')}>
          <table className={page.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`register.columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className={page.nowrap}>
                    <a href={paths.request(locale, operator.slug, row.id)}>{row.reference}</a>
                  </td>
                  <td className={page.nowrap}>{dateInBook(row.receivedOn, locale)}</td>
                  <td>{t(`kind.${row.kind}`)}</td>
                  <td>{t(`requester.${row.requesterType}`)}</td>
                  <td>{t(`channel.${row.channel}`)}</td>
                  <td className={page.nowrap}>
                    {dateInBook(answerClock(row.clocks)?.dueOn ?? row.responseDueOn, locale)}
                  </td>
                  <td>
                    <ul className={page.lines}>
                      {row.clocks.map((clock) => (
                        <li key={clock.clock}>{registerWords(t, clock, (date) => dateInBook(date, locale))}</li>
                      ))}
                    </ul>
                  </td>
                  <td>{t(`timeliness.${row.timeliness}`)}</td>
                  <td>{t(`state.${row.state}`)}</td>
                  <td>{row.outcome && t(`outcome.${row.outcome}`)}</td>
                  <td className={page.nowrap}>{row.closedOn && dateInBook(row.closedOn, locale)}</td>
                  <td>{row.assigneeName}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(next ?? after) && (
        <nav className={page.pages} aria-label={t('queue.pages')}>
          {after && (
            <a className={page.button} href={`?year=${year}`}>
              {t('register.first')}
            </a>
          )}
          {next && (
            <a className={page.button} href={`?year=${year}&after=${next}`} rel="next">
              {t('register.next')}
            </a>
          )}
        </nav>
      )}
    </>
  )
}

function numberIn(text: string | undefined, from: number, to: number): number | undefined {
  const value = Number(text)
  return Number.isInteger(value) && value >= from && value <= to ? value : undefined
}
