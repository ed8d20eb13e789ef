'use client'

import type { Messages } from '@/lib/i18n/messages'
import { Field } from '../[operator]/settings/field'
import settings from '../[operator]/settings/settings.module.css'
import { ActionForm, type BoundAction } from '../_ui/action-form'
import page from '../_ui/page.module.css'

interface Props {
  action: BoundAction
  words: Messages['profile']['opening'] & Pick<Messages['profile'], 'fields' | 'hints' | 'part'>
  forms: { reasons: Record<string, string>; errors: Record<string, string> }
}

/** What is known of a clinic on its first day. */
export function OpenForm({ action, words, forms }: Props) {
  const { fields, hints, part } = words
  return (
    <ActionForm
      name="new-clinic"
      action={action}
      {...forms}
      hidden={{}}
      className={`${settings.card} ${settings.form}`}
    >
      {({ isPending, valueOf, errorOf }) => {
        const field = (name: string, label: string, hint?: string, initial = '') => (
          <Field
            key={name}
            name={name}
            label={label}
            {...(hint && { hint })}
            error={errorOf(name)}
            defaultValue={valueOf(name) ?? initial}
            autoComplete="off"
            required
            wide
          />
        )
        return (
          <>
            {field('name.ru', `${fields.name}, ${part.russian}`)}
            {field('name.en', `${fields.name}, ${part.english}`)}
            {field('legalName.ru', `${fields.legalName}, ${part.russian}`)}
            {field('legalName.en', `${fields.legalName}, ${part.english}`)}
            {field('email', words.email, words.emailHint)}
            {field('site', fields.site, hints.site)}
            {field('timeZone', fields.timeZone, hints.timeZone, 'Europe/Moscow')}
            {field('slug', words.slug, words.slugHint)}
            {field('registerCode', words.code, words.codeHint)}
            <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={isPending}>
              {isPending ? words.working : words.submit}
            </button>
          </>
        )
      }}
    </ActionForm>
  )
}
