'use client'

import type { Messages } from '@/lib/i18n/messages'
import { DoorField } from '../_door/door-field'
import styles from '../_door/door.module.css'
import { ActionForm, type BoundAction } from '../_ui/action-form'
import page from '../_ui/page.module.css'

interface Props {
  action: BoundAction
  words: Messages['people']['forgot']
  errors: Record<string, string>
}

export function ForgotForm({ action, words, errors }: Props) {
  return (
    <ActionForm
      name="forgot"
      action={action}
      reasons={{ invalid: words.invalid, flood: words.flood }}
      errors={errors}
      hidden={{}}
      done={words.done}
      className={styles.form}
    >
      {({ isPending, valueOf, errorOf }) => (
        <>
          <DoorField
            name="email"
            type="email"
            label={words.email}
            autoComplete="username"
            error={errorOf('email')}
            defaultValue={valueOf('email')}
          />
          <button type="submit" aria-disabled={isPending} className={`${page.button} ${page.primary}`}>
            {isPending ? words.working : words.submit}
          </button>
        </>
      )}
    </ActionForm>
  )
}
