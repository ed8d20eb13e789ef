import type { ReactNode } from 'react'
import styles from '../case.module.css'

/** Names and values; what was not given is left out. */
export function Facts({ rows }: { rows: readonly (readonly [label: string, value: ReactNode])[] }) {
  const given = rows.filter(([, value]) => Boolean(value))
  if (given.length === 0) return null
  return (
    <dl className={styles.facts}>
      {given.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
