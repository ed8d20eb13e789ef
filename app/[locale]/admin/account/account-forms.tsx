'use client'

import { useId } from 'react'
import { type Locale, locales } from '@/db/enums'
import type { Messages } from '@/lib/i18n/messages'
import { Field } from '../[operator]/settings/field'
import settings from '../[operator]/settings/settings.module.css'
import { PasswordInput, type PasswordWords } from '../_door/password-input'
import { ActionForm, type BoundAction } from '../_ui/action-form'
import page from '../_ui/page.module.css'

interface Props {
  action: BoundAction
  words: Messages['people']['account']
  forms: { reasons: Record<string, string>; errors: Record<string, string> }
}

export function ProfileForm({ action, name, locale, words, forms }: Props & { name: string; locale: Locale }) {
  const id = useId()
  return (
    <ActionForm name="profile" action={action} {...forms} hidden={{}} done={words.saved} className={settings.form}>
      {({ isPending, valueOf, errorOf }) => (
        <>
          <Field
            name="name"
            label={words.name}
            error={errorOf('name')}
            defaultValue={valueOf('name') ?? name}
            autoComplete="name"
            required
            wide
          />
          <div className={settings.field}>
            <label htmlFor={id}>{words.language}</label>
            <select id={id} name="locale" defaultValue={valueOf('locale') ?? locale}>
              {locales.map((each) => (
                <option key={each} value={each}>
                  {words[each]}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? words.working : words.save}
          </button>
        </>
      )}
    </ActionForm>
  )
}

export function PasswordForm({
  action,
  current,
  next,
  words,
  forms,
}: Props & { current: PasswordWords; next: PasswordWords }) {
  return (
    <ActionForm name="password" action={action} {...forms} hidden={{}} done={words.changed} className={settings.form}>
      {({ isPending, errorOf }) => (
        <>
          <PasswordInput autoComplete="current-password" words={current} error={errorOf('password')} />
          <PasswordInput name="newPassword" autoComplete="new-password" words={next} error={errorOf('newPassword')} />
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? words.working : words.change}
          </button>
        </>
      )}
    </ActionForm>
  )
}
