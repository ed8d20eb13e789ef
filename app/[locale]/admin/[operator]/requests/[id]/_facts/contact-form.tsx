'use client'

import type { Messages } from '@/lib/i18n/messages'
import { ActionForm, type BoundAction } from '../../../../_ui/action-form'
import { FieldFrame } from '../../../../_ui/field-frame'
import page from '../../../../_ui/page.module.css'
import { Field } from '../../../settings/field'
import settings from '../../../settings/settings.module.css'
import type { FormWords } from '../form-words'

interface Props {
  action: BoundAction
  requestId: string
  words: Messages['admin']['case']['contact']
  forms: FormWords
}

const looks = { frame: settings.field, hint: settings.hint, error: settings.error }

/** Another address, and how it is known: what is answered goes there from now on. */
export function ContactForm({ action, requestId, words, forms }: Props) {
  return (
    <ActionForm name="contact" action={action} {...forms} hidden={{ requestId }} className={settings.form}>
      {({ isPending, valueOf, errorOf }) => (
        <>
          <Field
            name="email"
            type="email"
            label={words.email}
            hint={words.hint}
            error={errorOf('email')}
            defaultValue={valueOf('email') ?? ''}
            autoComplete="off"
            required
            wide
          />
          <FieldFrame styles={looks} label={words.source} error={errorOf('source')}>
            {(bound) => (
              <select name="source" required defaultValue={valueOf('source') ?? ''} {...bound}>
                <option value="" disabled>
                  {words.choose}
                </option>
                {Object.entries(words.sources).map(([source, word]) => (
                  <option key={source} value={source}>
                    {word}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? words.working : words.save}
          </button>
        </>
      )}
    </ActionForm>
  )
}
