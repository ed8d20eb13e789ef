'use client'

import { useField } from '@/app/_ui/form/form-context'
import { TICKET } from './filing-input'

/** By it a form that was opened by its key is known as that when it is sent, or saved again. */
export function SavedTicket() {
  const { text } = useField(TICKET)
  return <input type="hidden" name={TICKET} data-kept value={text} />
}
