'use client'

import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { DayRing } from '../../_ui/day-ring'
import page from '../../_ui/page.module.css'
import tableStyles from '../../_ui/table.module.css'
import type { QueueLine } from './queue-lines'
import styles from './queue-table.module.css'

interface Props {
  lines: readonly QueueLine[]
  slug: string
  locale: Locale
  columns: readonly string[]
  nobody: string
}

/**
 * Does nothing in the browser. As a client component its fifty rows travel as a few words each: as elements of the server
 * they would be written, read and sent twice. No row names the person.
 */
export function QueueTable({ lines, slug, locale, columns, nobody }: Props) {
  return (
    <div className={tableStyles.scroll}>
      <div className={styles.rows}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, reference, tone, ring, of, kind, due, clock, assignee, state, isNew }) => (
              <tr key={id} data-tone={tone}>
                <td className={styles.term}>
                  <DayRing {...ring} />
                  <span aria-hidden="true">{of}</span>
                </td>
                <td className={styles.request}>
                  <a href={paths.request(locale, slug, id)} data-row>
                    {reference}
                  </a>
                  <span className={styles.kind}>{kind}</span>
                </td>
                <td className={styles.due}>
                  <strong>{due}</strong>
                  <span>{clock}</span>
                </td>
                <td className={styles.assignee}>{assignee ?? <em>{nobody}</em>}</td>
                <td className={styles.state}>
                  <span className={page.badge} data-tone={isNew ? 'new' : undefined}>
                    {state}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
