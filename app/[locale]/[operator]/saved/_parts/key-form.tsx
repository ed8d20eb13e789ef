'use client'

import { TextField } from '@/app/_ui/form/text-field'
import { TypedLanguage } from '@/app/_ui/form/typed-language'
import { type StepAction, StepForm } from '../../_parts/step-form'

interface Props {
  action: StepAction
  words: Record<'key' | 'keyWhy' | 'open' | 'sending', string> & { errors: Record<string, string> }
}

/** The key of a saved form. What was typed stays to be put right; no tab keeps it. */
export function KeyForm({ action, words }: Props) {
  return (
    <StepForm
      name="saved-key"
      action={action}
      beside={<TypedLanguage />}
      words={{ submit: words.open, sending: words.sending, errors: words.errors }}
    >
      <TextField
        name="savedKey"
        label={words.key}
        why={words.keyWhy}
        autoComplete="off"
        inputMode="numeric"
        spellCheck={false}
        width="key"
      />
    </StepForm>
  )
}
