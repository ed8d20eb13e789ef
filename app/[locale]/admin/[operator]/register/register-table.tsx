import type { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { registerColumns, type RegisterRow } from '@/lib/requests/model'
import { answerClock } from '@/lib/requests/verdicts'
import { decisionWords, registerWords } from '../../_ui/clock-words'
import { dateInBook } from '../../_ui/dates'
import { DataTable } from '../../_ui/data-table'
import tableStyles from '../../_ui/table.module.css'

interface Props {
  rows: readonly RegisterRow[]
  slug: string
  locale: Locale
  t: Awaited<ReturnType<typeof getTranslations<'admin'>>>
}

/** The rows of the book. */
export function RegisterTable({ rows, slug, locale, t }: Props) {
  return (
    <DataTable
      label={t('register.title')}
      head={registerColumns.map((column) => t(`register.columns.${column}`))}
      isBook
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <td className={tableStyles.nowrap}>
            <a href={paths.request(locale, slug, row.id)}>{row.reference}</a>
          </td>
          <td className={tableStyles.nowrap}>{dateInBook(row.receivedOn, locale)}</td>
          <td className={tableStyles.kind}>{t(`kind.${row.kind}`)}</td>
          <td>{t(`requester.${row.requesterType}`)}</td>
          <td>{t(`channel.${row.channel}`)}</td>
          <td className={tableStyles.nowrap}>
            {dateInBook(answerClock(row.clocks)?.dueOn ?? row.responseDueOn, locale)}
          </td>
          <td>
            <ul className={tableStyles.lines}>
              {row.clocks.map((clock) => (
                <li key={clock.clock}>{registerWords(t, clock, (date) => dateInBook(date, locale))}</li>
              ))}
            </ul>
          </td>
          <td>{t(`timeliness.${row.timeliness}`)}</td>
          <td>{t(`state.${row.state}`)}</td>
          <td className={row.refusalGround ? tableStyles.norm : undefined}>{decisionWords(t, row)}</td>
          <td className={tableStyles.nowrap}>{row.closedOn && dateInBook(row.closedOn, locale)}</td>
          <td>{row.assigneeName}</td>
        </tr>
      ))}
    </DataTable>
  )
}
