'use client'

import { useId } from 'react'
import type { Locale } from '@/db/enums'
import { locales } from '@/db/enums'
import type { Messages } from '@/lib/i18n/messages'
import { ActionForm, type BoundAction } from '../../_ui/action-form'
import page from '../../_ui/page.module.css'
import { Field } from '../settings/field'
import settings from '../settings/settings.module.css'
import type { PeopleForms } from './words'

interface Props {
  action: BoundAction
  roles: readonly (readonly [role: string, word: string])[]
  /** The language of the page: what the letter is written in, where nothing else is chosen. */
  locale: Locale
  words: Messages['people']['list']
  forms: PeopleForms
}

export function InviteForm({ action, roles, locale, words, forms }: Props) {
  const id = useId()
  return (
    <ActionForm name="invite" action={action} {...forms} hidden={{}} done={words.inviteDone} className={settings.form}>
      {({ isPending, valueOf, errorOf }) => (
        <>
          <Field
            name="name"
            label={words.name}
            error={errorOf('name')}
            defaultValue={valueOf('name') ?? ''}
            required
            wide
          />
          <Field
            name="email"
            type="email"
            label={words.email}
            error={errorOf('email')}
            defaultValue={valueOf('email') ?? ''}
            autoComplete="off"
            required
            wide
          />
          <div className={settings.field}>
            <label htmlFor={`${id}-role`}>{words.role}</label>
            <select id={`${id}-role`} name="role" defaultValue={valueOf('role') ?? 'officer'}>
              {roles.map(([role, word]) => (
                <option key={role} value={role}>
                  {word}
                </option>
              ))}
            </select>
          </div>
          <div className={settings.field}>
            <label htmlFor={`${id}-locale`}>{words.language}</label>
            <select id={`${id}-locale`} name="locale" defaultValue={valueOf('locale') ?? locale}>
              {locales.map((each) => (
                <option key={each} value={each}>
                  {words[each]}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={isPending}>
            {isPending ? words.working : words.invite}
          </button>
        </>
      )}
    </ActionForm>
  )
}
