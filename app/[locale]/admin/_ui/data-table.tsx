import type { ReactNode } from 'react'
import tableStyles from './table.module.css'

interface Props {
  label: string
  head: readonly string[]
  /** The rows. */
  children: ReactNode
  /** On paper a book lies on its side, and each sheet repeats the head. */
  isBook?: boolean
}

/** A table that scrolls by itself, by the keyboard too, where the window is too narrow for it. */
export function DataTable({ label, head, children, isBook = false }: Props) {
  return (
    <div
      className={tableStyles.scroll}
      tabIndex={0}
      role="region"
      aria-label={label}
      data-print={isBook ? 'book' : undefined}
    >
      <table className={`${tableStyles.table} ${isBook ? tableStyles.book : ''}`}>
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
