'use client'

import type { Messages } from '@/lib/i18n/messages'
import { ActionForm, type BoundAction } from '../../_ui/action-form'
import { DateField } from '../../_ui/date-field'
import page from '../../_ui/page.module.css'
import settings from '../settings/settings.module.css'
import type { PeopleForms } from './words'

interface Props {
  action: BoundAction
  /** As it stands, in digits; empty where nothing is demanded. */
  from: string
  words: Messages['people']['demand']
  forms: PeopleForms
}

/** One day, or none: from when on everybody here signs in with a code. */
export function DemandForm({ action, from, words, forms }: Props) {
  return (
    <ActionForm name="demand" action={action} {...forms} hidden={{}} done={words.saved} className={settings.form}>
      {({ isPending, valueOf, errorOf }) => (
        <>
          <DateField
            name="from"
            label={words.from}
            hint={words.hint}
            error={errorOf('from')}
            defaultValue={valueOf('from') ?? from}
          />
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? words.working : words.save}
          </button>
        </>
      )}
    </ActionForm>
  )
}
