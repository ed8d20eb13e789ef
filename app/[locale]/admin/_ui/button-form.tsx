'use client'

import { ActionForm, type BoundAction } from './action-form'
import page from './page.module.css'

interface Props {
  action: BoundAction
  /** What the button is about. */
  ids: Record<string, string>
  forms: { reasons: Record<string, string>; errors: Record<string, string> }
  labels: { submit: string; working: string }
  /** The main thing to do, unless it is said otherwise. */
  look?: keyof typeof looks
  /** Otherwise the button is gone, and what came of pressing it is still told: a colleague may have been faster. */
  isOffered?: boolean
}

const looks = { main: `${page.button} ${page.primary}`, plain: page.button, quiet: page.quiet }

/** A form of one button. */
export function ButtonForm({ action, ids, forms, labels, look = 'main', isOffered = true }: Props) {
  return (
    <ActionForm name={`button ${Object.values(ids).join(' ')}`} action={action} {...forms} hidden={ids}>
      {({ isPending }) =>
        isOffered && (
          <button type="submit" className={looks[look]} aria-disabled={isPending}>
            {isPending ? labels.working : labels.submit}
          </button>
        )
      }
    </ActionForm>
  )
}
