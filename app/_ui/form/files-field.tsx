'use client'

import { FieldError, FieldLabel, FieldWhy, type FieldWords } from './field'
import { useField } from './form-context'
import styles from './form.module.css'

interface Props extends FieldWords {
  accept: string
  hint: string
  kept: string
  keptHint: string
}

/** Files to send, and those that an earlier try has already brought over: ticked, until someone unticks them. */
export function FilesField({ label, why, optional, accept, hint, kept, keptHint }: Props) {
  const { id, error, list: tokens } = useField('uploads[]')
  const names = useField('uploadNames[]').list
  const nameOf = (token: string) => names.find((line) => line.startsWith(`${token} `))?.slice(token.length + 1) ?? ''
  return (
    <div className={styles.field}>
      <FieldLabel id={id} label={label} optional={optional} />
      <FieldWhy id={id}>
        {why} {hint}
      </FieldWhy>
      <FieldError id={id}>{error}</FieldError>
      {/* What has been brought over is not sent again: another list of tokens is another input. */}
      <input
        key={tokens.join()}
        id={id}
        type="file"
        name="files"
        multiple
        accept={accept}
        className={styles.files}
        aria-invalid={error ? true : undefined}
        aria-describedby={[`${id}-why`, error ? `${id}-error` : ''].join(' ').trim()}
      />
      {tokens.length > 0 && (
        <fieldset className={styles.kept}>
          <legend className={styles.why}>
            {kept}. {keptHint}
          </legend>
          {tokens.map((token) => (
            <label key={token} className={styles.choice}>
              <input type="checkbox" name="uploads[]" value={token} defaultChecked className={styles.tick} />
              <span>{nameOf(token)}</span>
              <input type="hidden" name="uploadNames[]" value={`${token} ${nameOf(token)}`} />
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
