'use client'

import { ActionForm, type BoundAction } from '../../../../_ui/action-form'
import { DateField } from '../../../../_ui/date-field'
import page from '../../../../_ui/page.module.css'
import { TextField } from '../../../../_ui/text-field'
import type { FormWords } from '../form-words'

interface Props {
  action: BoundAction
  ids: { requestId: string; clockId: string }
  forms: FormWords
  /** As it is typed. */
  today: string
  /** How it may have ended, where there is more than one way. */
  endings: readonly { value: string; label: string }[]
  /** Asked of a correction: whether a block is to be lifted. */
  blocked?: string | undefined
  labels: Record<'date' | 'dateHint' | 'note' | 'noteHint' | 'ending' | 'submit' | 'working', string>
}

/** What was done, and on which day; today unless an officer says otherwise. */
export function DutyForm({ action, ids, forms, today, endings, blocked, labels }: Props) {
  return (
    <ActionForm name={`duty ${ids.clockId}`} action={action} {...forms} hidden={ids}>
      {({ isPending, valueOf, errorOf }) => (
        <>
          <DateField
            name="doneOn"
            label={labels.date}
            hint={labels.dateHint}
            error={errorOf('doneOn')}
            defaultValue={valueOf('doneOn') ?? today}
          />
          {endings.length > 1 && (
            <label className={page.field}>
              {labels.ending}
              <select name="ending" defaultValue={valueOf('ending')}>
                {endings.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          )}
          <TextField
            name="note"
            optional
            label={labels.note}
            hint={labels.noteHint}
            error={errorOf('note')}
            defaultValue={valueOf('note')}
            rows={2}
          />
          {blocked && (
            <label className={page.inline}>
              <input type="checkbox" name="wasBlocked?" value="yes" defaultChecked={valueOf('wasBlocked?') === 'yes'} />
              {blocked}
            </label>
          )}
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? labels.working : labels.submit}
          </button>
        </>
      )}
    </ActionForm>
  )
}
