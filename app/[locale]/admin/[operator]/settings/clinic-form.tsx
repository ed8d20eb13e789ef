'use client'

import { ActionForm, type BoundAction } from '../../_ui/action-form'
import page from '../../_ui/page.module.css'
import { Field } from './field'
import styles from './settings.module.css'
import type { ClinicWords, FormWords } from './words'

interface Props {
  action: BoundAction
  /** The settings as their form writes them. */
  values: {
    daysBefore: string
    overdueDaily: boolean
    leadDaysBefore: string
    unreadAfterDays: string
    escalationEmail: string
    escalationLocale: string
    escalationAfterDays: string
  }
  words: ClinicWords
  forms: FormWords
}

/** How the clinic reminds, for a lead or an admin to change. */
export function ClinicForm({ action, values, words, forms }: Props) {
  const { saved, saving, ...rest } = forms
  return (
    <ActionForm name="clinic" action={action} {...rest} hidden={{}} done={saved} className={styles.form}>
      {({ isPending, valueOf, errorOf }) => {
        const text = (name: Exclude<keyof typeof values, 'overdueDaily'>) => ({
          name,
          defaultValue: valueOf(name) ?? values[name],
          error: errorOf(name),
        })
        const number = { inputMode: 'numeric', maxLength: 2, required: true } as const
        return (
          <>
            <Field {...text('daysBefore')} label={words.days} hint={words.daysHint} maxLength={60} required wide />
            <label className={styles.tick}>
              <input
                type="checkbox"
                name="overdueDaily?"
                defaultChecked={
                  valueOf('overdueDaily?') === undefined ? values.overdueDaily : valueOf('overdueDaily?') !== ''
                }
              />
              {words.daily}
            </label>
            <Field {...text('leadDaysBefore')} {...number} label={words.lead} hint={words.leadHint} />
            <Field {...text('unreadAfterDays')} label={words.unread} maxLength={60} required wide />
            <Field
              {...text('escalationEmail')}
              label={words.escalation}
              hint={words.escalationHint}
              type="email"
              maxLength={254}
              autoComplete="off"
              wide
            />
            <Field {...text('escalationAfterDays')} {...number} label={words.after} />
            <label className={styles.field}>
              <span>{words.language}</span>
              <select name="escalationLocale" defaultValue={valueOf('escalationLocale') ?? values.escalationLocale}>
                {(['ru', 'en'] as const).map((locale) => (
                  <option key={locale} value={locale}>
                    {words.languages[locale]}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" className={page.button} aria-disabled={isPending}>
              {isPending ? saving : words.save}
            </button>
          </>
        )
      }}
    </ActionForm>
  )
}
