import { usePathname } from 'next/navigation'
import { Button } from '@/app/_ui/button'
import { useFramed } from '@/app/_ui/use-framed'
import filingStyles from './filing.module.css'
import stepStyles from './step.module.css'

export interface SaveWords {
  save: string
  saveHint: string
  saving: string
  saveFramed: string
  openApart: string
}

interface Props {
  words: SaveWords
  /** Where the page with the key opens that a form without scripts leads to. */
  opensIn: '_blank' | '_top'
  isSending: boolean
  /** It is being saved. */
  isSaving: boolean
}

/**
 * Saves the form under a key. Its way to the key is a cookie, which no browser takes in a frame: there it is offered in a tab
 * of its own, and a form that goes without scripts opens one.
 */
export function SaveStep({ words, opensIn, isSending, isSaving }: Props) {
  const isFramed = useFramed()
  const path = usePathname()
  if (isFramed)
    return (
      <div className={filingStyles.later}>
        <p className={stepStyles.hint}>
          {words.saveFramed}{' '}
          <a href={path} target="_blank">
            {words.openApart}
          </a>
        </p>
      </div>
    )
  return (
    <div className={filingStyles.later}>
      <p className={stepStyles.hint} id="save-hint">
        {words.saveHint}
      </p>
      <Button
        look="secondary"
        name="intent"
        value="save"
        formTarget={opensIn}
        aria-disabled={isSending}
        aria-describedby="save-hint"
      >
        {isSaving ? words.saving : words.save}
      </Button>
    </div>
  )
}
