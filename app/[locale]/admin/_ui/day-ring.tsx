import type { CSSProperties } from 'react'
import styles from './day-ring.module.css'
import type { Tone } from './tone'

interface Props {
  day: number
  of: number
  tone: Tone
  /** "день 12 из 30" */
  label: string
  large?: boolean
}

/** Day X of 30, drawn: one element, so that fifty of them cost nothing. */
export function DayRing({ day, of, tone, label, large = false }: Props) {
  const part = of === 0 ? 1 : Math.min(1, day / of)
  return (
    <span
      role="img"
      aria-label={label}
      className={large ? `${styles.ring} ${styles.large}` : styles.ring}
      data-tone={tone}
      style={{ '--part': part.toFixed(3) } as CSSProperties}
    >
      {day}
    </span>
  )
}
