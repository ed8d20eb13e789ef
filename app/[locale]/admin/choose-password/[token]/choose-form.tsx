'use client'

import type { Messages } from '@/lib/i18n/messages'
import { DoorField } from '../../_door/door-field'
import styles from '../../_door/door.module.css'
import { PasswordInput, type PasswordWords } from '../../_door/password-input'
import { ActionForm, type BoundAction } from '../../_ui/action-form'
import page from '../../_ui/page.module.css'

interface Props {
  action: BoundAction
  token: string
  email: string
  words: Messages['people']['choose']
  password: PasswordWords
  errors: Record<string, string>
}

/** The address stands there so that a password manager knows whose password it keeps. */
export function ChooseForm({ action, token, email, words, password, errors }: Props) {
  return (
    <ActionForm
      name="choose"
      action={action}
      reasons={{ invalid: words.invalid, 'link-ended': words.ended, flood: words.flood }}
      errors={errors}
      hidden={{ token }}
      className={styles.form}
    >
      {({ isPending, errorOf }) => (
        <>
          <DoorField
            name="email"
            type="email"
            label={words.email}
            autoComplete="username"
            readOnly
            defaultValue={email}
          />
          <PasswordInput autoComplete="new-password" words={password} error={errorOf('password')} />
          <button type="submit" aria-disabled={isPending} className={`${page.button} ${page.primary}`}>
            {isPending ? words.working : words.submit}
          </button>
        </>
      )}
    </ActionForm>
  )
}
