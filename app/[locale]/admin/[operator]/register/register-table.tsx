import type { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import type { RegisterRow } from '@/lib/requests/model'
import { answerClock } from '@/lib/requests/verdicts'
import { registerWords } from '../../_ui/clock-words'
import { dateInBook } from '../../_ui/dates'
import page from '../../_ui/page.module.css'

interface Props {
  rows: readonly RegisterRow[]
  slug: string
  locale: Locale
  t: Awaited<ReturnType<typeof getTranslations<'admin'>>>
}

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

/** The rows of the book; on paper a sheet lies on its side, and each repeats the head. */
export function RegisterTable({ rows, slug, locale, t }: Props) {
  return (
    <div className={page.scroll} tabIndex={0} role="region" aria-label={t('register.title')} data-print="book">
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
                <a href={paths.request(locale, slug, row.id)}>{row.reference}</a>
              </td>
              <td className={page.nowrap}>{dateInBook(row.receivedOn, locale)}</td>
              <td>{t(`kind.${row.kind}`)}</td>
              <td>{t(`requester.${row.requesterType}`)}</td>
              <td>{t(`channel.${row.channel}`)}</td>
              <td className={page.nowrap}>{dateInBook(answerClock(row.clocks)?.dueOn ?? row.responseDueOn, locale)}</td>
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
  )
}
