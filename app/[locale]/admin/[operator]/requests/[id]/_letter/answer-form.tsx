'use client'

import { Fragment, useEffect } from 'react'
import type { AnswerDraft } from '@/lib/requests/model'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { type BoundAction, fieldErrors, typedText } from '../../../../_ui/action-form'
import formStyles from '../../../../_ui/action-form.module.css'
import page from '../../../../_ui/page.module.css'
import { AnswerFields, type FieldLabels } from './answer-fields'
import styles from './answer-form.module.css'
import type { FormWords } from '../form-words'
import { LETTER, useLetter } from './letter-form'
import { type NewerLabels, NewerText } from './newer-text'
import type { SavedDraft } from './use-autosave'
import { useEditedDraft } from './use-edited-draft'

type Words = 'save' | 'saving' | 'saved' | 'unsaved' | 'notSaved' | 'review' | 'withoutScripts'

interface Props {
  /** Keeps what is typed, whatever it lacks. */
  autosave: BoundAction<SavedDraft>
  requestId: string
  draft: AnswerDraft | undefined
  forms: FormWords
  labels: FieldLabels & NewerLabels & Record<Words, string>
  /** Absent where an answer of this kind names none. */
  grounds: Record<string, string> | undefined
}

/**
 * The letter and its decision, saved as they are typed and never over a newer text: where a colleague has saved one, it
 * is shown with one's own, and the officer chooses.
 */
export function AnswerForm({ autosave, requestId, draft, forms, labels, grounds }: Props) {
  const form = useLetter()
  const { state, values, sending, isLive, props } = form
  const edited = useEditedDraft(form, draft, autosave)
  const { base, editor, hasNewer, unsaved, trouble, refused, saved, keepOwn, takeNewer } = edited
  const refusal = state.result?.ok === false ? state.result : undefined
  const isDirty = unsaved || hasNewer
  return (
    <form
      {...props}
      id={LETTER}
      className={styles.form}
      onSubmit={(event) => {
        edited.leave()
        props.onSubmit(event)
      }}
      onInput={() => {
        props.onInput()
        edited.edit()
      }}
    >
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="basedOn" data-kept value={base} />
      <input type="hidden" name="editor" data-kept value={editor} />
      <FormTrouble form={{ ...form, startAnew: takeNewer }} />
      {refusal && !(hasNewer && refusal.reason === 'newer-version') && (
        <p role="alert" className={formStyles.problem}>
          {forms.reasons[refusal.reason] ?? forms.reasons['invalid']}
        </p>
      )}
      {hasNewer && draft && (
        <NewerText
          draft={draft}
          {...(isLive && { choose: { keepOwn, takeNewer } })}
          labels={labels}
          grounds={grounds}
        />
      )}
      <Fragment key={edited.drawn}>
        <AnswerFields
          valueOf={(name) => typedText(values, name) ?? draft?.[name] ?? undefined}
          errorOf={fieldErrors(refusal, forms.errors)}
          labels={labels}
          grounds={grounds}
        />
      </Fragment>
      <noscript>
        <p>{labels.withoutScripts}</p>
      </noscript>
      <LeaveGuard isOn={isDirty && trouble !== undefined} />
      <div className={styles.buttons}>
        <button
          type="submit"
          name="then"
          value="review"
          className={`${page.button} ${page.primary}`}
          aria-disabled={sending}
        >
          {labels.review}
        </button>
        <button type="submit" formNoValidate className={page.button} aria-disabled={sending}>
          {sending ? labels.saving : labels.save}
        </button>
        <span role="status" data-dirty={isDirty || trouble !== undefined || refused !== undefined}>
          {statusOf()}
        </span>
      </div>
    </form>
  )

  function statusOf(): string | undefined {
    if (trouble) return labels.notSaved
    if (refused && refused !== 'newer-version') return forms.reasons[refused] ?? forms.reasons['invalid']
    return isDirty ? labels.unsaved : (saved ?? labels.saved)
  }
}

/** The browser asks before a letter is left that the server could not be given. */
function LeaveGuard({ isOn }: { isOn: boolean }) {
  useEffect(() => {
    if (!isOn) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isOn])
  return null
}
