'use client'

import { ActionForm, type BoundAction } from '../../../_ui/action-form'
import { FieldFrame } from '../../../_ui/field-frame'
import page from '../../../_ui/page.module.css'
import settings from '../../settings/settings.module.css'
import styles from './part.module.css'

interface Props {
  action: BoundAction
  /** The address that shows what is there; empty where nothing is. */
  logo: string
  /** The mark of it: what somebody else saves meanwhile is not saved over. */
  seen: string
  words: Record<'save' | 'saving' | 'saved' | 'remove' | 'file' | 'fileHint' | 'now', string>
  forms: { reasons: Record<string, string>; errors: Record<string, string> }
}

const looks = { frame: styles.field, hint: settings.hint, error: settings.error }

/** The clinic's picture: another one, or none. */
export function LogoForm({ action, logo, seen, words, forms }: Props) {
  return (
    <ActionForm
      name="profile logo"
      action={action}
      {...forms}
      hidden={{ seen }}
      done={words.saved}
      className={styles.form}
    >
      {({ isPending, errorOf }) => (
        <>
          {logo && (
            <figure className={styles.logo}>
              <img src={logo} alt="" />
              <figcaption>{words.now}</figcaption>
            </figure>
          )}
          <FieldFrame styles={looks} label={words.file} hint={words.fileHint} error={errorOf('file')}>
            {(bound) => (
              <input type="file" name="file" accept="image/png,image/jpeg,image/webp,image/svg+xml" {...bound} />
            )}
          </FieldFrame>
          {logo && (
            <label className={settings.tick}>
              <input type="checkbox" name="remove?" />
              {words.remove}
            </label>
          )}
          <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={isPending}>
            {isPending ? words.saving : words.save}
          </button>
        </>
      )}
    </ActionForm>
  )
}
