import type { ReactNode } from 'react'
import { Icon } from '@/app/_ui/icon'
import styles from './step.module.css'
import type { FilingStep } from './review-groups'

interface StepProps {
  step: FilingStep
  number: number
  title: string
  children: ReactNode
}

/** One section of the form. */
export function Step({ step, number, title, children }: StepProps) {
  return (
    <section id={`step-${step}`} className={styles.step} aria-labelledby={`title-${step}`}>
      <h2 id={`title-${step}`} className={styles.stepTitle}>
        <span className={styles.stepNumber} aria-hidden="true">
          {number}
        </span>
        {title}
      </h2>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}

/** Fields under a heading of their own, and why they are asked for. */
export function Group({
  title,
  why,
  className,
  children,
}: {
  title: string
  why?: string
  className?: string
  children: ReactNode
}) {
  return (
    <div role="group" aria-label={title} className={`${styles.group} ${className ?? ''}`}>
      <div>
        <p className={styles.groupTitle}>{title}</p>
        {why && <p className={styles.hint}>{why}</p>}
      </div>
      {children}
    </div>
  )
}

/** What few need: closed until asked for. */
export function More({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className={styles.more} open={open}>
      <summary>
        {title} <Icon name="chevron" size={20} />
      </summary>
      <div>{children}</div>
    </details>
  )
}
