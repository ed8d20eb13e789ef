'use client'

import type { Messages } from '@/lib/i18n/messages'
import { ActionForm, type BoundAction } from '../../../_ui/action-form'
import page from '../../../_ui/page.module.css'
import { Field } from '../../settings/field'
import settings from '../../settings/settings.module.css'

interface Props {
  action: BoundAction
  words: Messages['signOn']['add']
  forms: { reasons: Record<string, string>; errors: Record<string, string> }
}

/** What the provider has told the clinic's administrator. */
export function AddForm({ action, words, forms }: Props) {
  return (
    <ActionForm name="provider" action={action} {...forms} hidden={{}} done={words.done} className={settings.form}>
      {({ isPending, valueOf, errorOf }) => (
        <>
          {(['label', 'issuer', 'clientId', 'clientSecret'] as const).map((name) => (
            <Field
              key={name}
              name={name}
              label={words[name]}
              hint={name === 'clientId' ? undefined : words[`${name}Hint`]}
              type={name === 'clientSecret' ? 'password' : 'text'}
              error={errorOf(name)}
              defaultValue={valueOf(name) ?? ''}
              autoComplete={name === 'clientSecret' ? 'new-password' : 'off'}
              required={name !== 'clientSecret'}
              wide
            />
          ))}
          <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={isPending}>
            {isPending ? words.working : words.submit}
          </button>
        </>
      )}
    </ActionForm>
  )
}
