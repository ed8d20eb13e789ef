import type { Result } from '@/lib/core/command'
import type { FormValues } from './form-object'

/** Why a form went nowhere, through no fault of its own: it is sent once more after signing in, or turning a second step on. */
export type Unsent = 'session-ended' | 'second-factor-needed'

/** What a form knows of its last submission; safe to import in the browser. */
export interface FormState<V, R extends string> {
  /** Absent before the first submission. */
  result?: Result<V, R | Unsent>
  values: FormValues
}

/** The `intent` of a button that does nothing but show the form once more, as it is: on the page it is sent to. */
export const SHOW = 'show'

/** The state of a form that nobody has sent yet. */
export const initialFormState: FormState<never, never> = { values: {} }
