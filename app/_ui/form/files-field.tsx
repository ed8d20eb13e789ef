'use client'

import { useEffect, useRef, useState } from 'react'
import { Icon } from '../icon'
import { FieldError, FieldLabel, FieldWhy, type FieldWords } from './field'
import { useField, useLostFiles } from './form-context'
import styles from './form.module.css'
import { filesOf } from './kept'

interface Props extends FieldWords {
  accept: string
  hint: string
  words: {
    /** Over the files that have been sent already. */
    kept: string
    keptHint: string
    remove: string
    /** Before the names of files that have to be chosen once more. */
    again: string
  }
}

/**
 * Files to send: each pick adds to the ones before. And those that an earlier try has already brought over: ticked, until
 * someone unticks them.
 */
export function FilesField({ label, why, optional, accept, hint, words }: Props) {
  const { id, error, list } = useField('uploads[]')
  const names = useField('uploadNames[]').list
  const lost = useLostFiles()
  const tokens = list.filter(Boolean)
  const nameOf = (token: string) => names.find((line) => line.startsWith(`${token} `))?.slice(token.length + 1) ?? ''
  return (
    <div className={styles.field}>
      <FieldLabel id={id} label={label} optional={optional} />
      <FieldWhy id={id}>
        {why} {hint}
      </FieldWhy>
      <FieldError id={id}>{error}</FieldError>
      {lost.length > 0 && (
        <p role="status" className={styles.lost}>
          {words.again} {lost.join(', ')}
        </p>
      )}
      {/* What has been brought over is not sent again: another list of tokens is another input. */}
      <Picked key={tokens.join()} id={id} accept={accept} remove={words.remove} hasError={error !== undefined} />
      {tokens.length === 0 ? (
        // An empty list is known by its name all the same, so that what was kept of it comes back.
        ['uploads[]', 'uploadNames[]'].map((name) => <input key={name} type="hidden" name={name} value="" data-kept />)
      ) : (
        <fieldset className={styles.kept}>
          <legend className={styles.why}>
            {words.kept}. {words.keptHint}
          </legend>
          {tokens.map((token) => (
            <label key={token} className={styles.choice}>
              <input type="checkbox" name="uploads[]" value={token} defaultChecked className={styles.tick} />
              <span>{nameOf(token)}</span>
              <input type="hidden" name="uploadNames[]" value={`${token} ${nameOf(token)}`} data-kept />
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

/** The field itself and, with scripts, what was picked so far, each with a way to take it out again. */
function Picked({ id, accept, remove, hasError }: { id: string; accept: string; remove: string; hasError: boolean }) {
  const ref = useRef<HTMLInputElement>(null)
  const [picked, setPicked] = useState<File[]>([])
  // Picked before scripts came.
  useEffect(() => setPicked(filesOf(ref.current)), [])

  function hold(files: File[]) {
    const input = ref.current
    if (!input) return
    const transfer = new DataTransfer()
    for (const file of files) transfer.items.add(file)
    input.files = transfer.files
    setPicked(files)
    // The form hears of it as of anything typed.
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return (
    <>
      <input
        ref={ref}
        id={id}
        type="file"
        name="files"
        multiple
        accept={accept}
        className={styles.files}
        aria-invalid={hasError || undefined}
        aria-describedby={[`${id}-why`, hasError ? `${id}-error` : ''].join(' ').trim()}
        onChange={(event) => {
          const added = filesOf(event.target).filter((file) => !picked.some((known) => isSameFile(known, file)))
          hold([...picked, ...added])
        }}
      />
      {picked.length > 0 && (
        <ul className={styles.picked}>
          {picked.map((file, n) => (
            <li key={`${file.name} ${file.size} ${n}`}>
              <Icon name="file" size={20} /> <span>{file.name}</span>
              <button
                type="button"
                aria-label={`${remove}: ${file.name}`}
                onClick={() => {
                  hold(picked.filter((other) => other !== file))
                  ref.current?.focus()
                }}
              >
                {remove}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const isSameFile = (one: File, other: File): boolean =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified
