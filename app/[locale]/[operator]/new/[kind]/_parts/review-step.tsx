'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { TypedLanguage } from '@/app/_ui/form/typed-language'
import type { SentForm } from '@/app/_ui/form/use-sent-form'
import type { FilingAnswer, FilingRefusal } from '../actions'
import filingStyles from './filing.module.css'
import styles from './review-step.module.css'
import stepStyles from './step.module.css'

export interface ReviewWords {
  reviewTitle: string
  reviewLead: string
  /** Before the names of files that were sent twice. */
  repeated: string
  edit: string
  send: string
  sending: string
}

interface Props {
  form: SentForm<FilingAnswer, FilingRefusal>
  answer: Extract<FilingAnswer, { step: 'review' }>
  words: ReviewWords
}

/** Everything that is about to be sent, each part with a way back to change it. */
export function ReviewStep({ form, answer, words }: Props) {
  const { state, sending, props } = form
  const { groups, submissionId } = answer
  const { intent: _button, 'repeatedFiles[]': repeated, ...typed } = state.values
  const titleRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    scrollTo(0, 0)
    titleRef.current?.focus({ preventScroll: true })
  }, [])
  return (
    <form {...props} className={filingStyles.form}>
      <FormTrouble form={form} />
      {Object.entries({ ...typed, submissionId }).flatMap(([name, value]) =>
        [value].flat().map((text) => <input key={name + text} type="hidden" name={name} value={text} />),
      )}
      <div className={styles.intro}>
        <h2 ref={titleRef} tabIndex={-1} className={styles.reviewTitle}>
          {words.reviewTitle}
        </h2>
        <p className={stepStyles.hint}>{words.reviewLead}</p>
        {repeated && (
          <p role="status" className={stepStyles.hint}>
            {words.repeated} {[repeated].flat().join(', ')}
          </p>
        )}
      </div>
      {groups.map(({ step, title, rows }) => (
        <section key={step} className={stepStyles.step} aria-labelledby={`review-${step}`}>
          <div className={styles.reviewHead}>
            <h3 id={`review-${step}`} className={stepStyles.stepTitle}>
              {title}
            </h3>
            <Button look="quiet" name="intent" value={`edit:${step}`} aria-describedby={`review-${step}`}>
              {words.edit}
            </Button>
          </div>
          <dl className={styles.rows}>
            {rows.map(({ label, value }) => (
              <div key={label} className={styles.row}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className={filingStyles.actions}>
        <Button name="intent" value="file" aria-disabled={sending}>
          {sending ? words.sending : words.send}
        </Button>
      </div>
      <TypedLanguage intent="review" />
    </form>
  )
}
