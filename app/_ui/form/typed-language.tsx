'use client'

import { SHOW } from '@/app/_server/form-state'
import { TYPED_LANGUAGE, useOtherLanguage } from '../use-other-language'
import { Button } from '../button'

interface Props {
  /** What the form's button says that shows it as it is; of a form with steps of its own, the one that is shown. */
  intent?: string
}

/**
 * Without scripts nothing is kept in the tab: the form itself takes what is typed along into the other language. It stands
 * behind the form's own button, which Enter presses.
 */
export function TypedLanguage({ intent = SHOW }: Props) {
  const { to, href, goOn } = useOtherLanguage()
  return (
    <noscript>
      <div id={TYPED_LANGUAGE} lang={to}>
        <Button look="quiet" name="intent" value={intent} formAction={href} formNoValidate>
          {goOn}
        </Button>
      </div>
    </noscript>
  )
}
