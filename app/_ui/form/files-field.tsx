'use client'

import { useEffect, useRef, useState } from 'react'
import { cleanLine } from '@/lib/text/characters'
import { Icon } from '../icon'
import { FieldError, FieldLabel, FieldWhy, type FieldWords } from './field'
import { type FirstFault, firstLook, isSameContent } from './first-look'
import { useAnswers, useField, useLostFiles } from './form-context'
import choiceStyles from './choices.module.css'
import fieldStyles from './field.module.css'
import styles from './files-field.module.css'
import formStyles from './form.module.css'
import { filesOf } from './kept'

interface Props extends FieldWords {
  accept: string
  maxBytes: number
  hint: string
  words: PickedWords & {
    /** Over the files that have been sent already. */
    kept: string
    keptHint: string
    /** Before the names of files that have to be chosen once more. */
    again: string
  }
}

interface PickedWords {
  remove: string
  /** Over the files that are not taken, and why each is not. */
  refused: string
  faults: Record<FirstFault, string>
  /** Before the names of files that were picked twice. */
  repeated: string
}

/**
 * Files to send: each pick adds to the ones before. And those that an earlier try has already brought over: ticked, until
 * someone unticks them.
 */
export function FilesField({ label, why, optional, accept, maxBytes, hint, words }: Props) {
  const { id, error, list } = useField('uploads[]')
  const names = useField('uploadNames[]').list
  const repeated = useField('repeatedFiles[]').list
  const [chosen, setChosen] = useState<readonly string[]>([])
  const lost = useLostFiles().filter((name) => !chosen.includes(name))
  const answers = useAnswers()
  const tokens = list.filter(Boolean)
  const nameOf = (token: string) => names.find((line) => line.startsWith(`${token} `))?.slice(token.length + 1) ?? ''
  return (
    <div className={fieldStyles.field}>
      <FieldLabel id={id} label={label} optional={optional} />
      <FieldWhy id={id}>
        {why} {hint}
      </FieldWhy>
      <FieldError id={id}>{error}</FieldError>
      {lost.length > 0 && <Note words={words.again} names={lost} />}
      {repeated.length > 0 && <Note words={words.repeated} names={repeated} />}
      {/* The server has judged what it was sent: neither what it has nor what it refused is sent again. */}
      <Picked
        key={`${answers} ${tokens.join()}`}
        {...{ id, accept, maxBytes, words }}
        hasError={error !== undefined}
        onHold={setChosen}
      />
      {tokens.length === 0 ? (
        // An empty list is known by its name all the same, so that what was kept of it comes back.
        ['uploads[]', 'uploadNames[]'].map((name) => <input key={name} type="hidden" name={name} value="" data-kept />)
      ) : (
        <fieldset className={styles.kept}>
          <legend className={fieldStyles.why}>
            {words.kept}. {words.keptHint}
          </legend>
          {tokens.map((token) => (
            <label key={token} className={choiceStyles.choice}>
              <input type="checkbox" name="uploads[]" value={token} defaultChecked className={choiceStyles.tick} />
              <span>{nameOf(token)}</span>
              <input type="hidden" name="uploadNames[]" value={`${token} ${nameOf(token)}`} data-kept />
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

const Note = ({ words, names }: { words: string; names: readonly string[] }) => (
  <p role="status" className={styles.lost}>
    {words} {names.join(', ')}
  </p>
)

interface Looked {
  refused: { name: string; fault: FirstFault }[]
  repeated: string[]
  /** All of them. */
  out: File[]
}

const nothing: Looked = { refused: [], repeated: [], out: [] }

interface PickedProps extends Pick<Props, 'accept' | 'maxBytes'> {
  id: string
  words: PickedWords
  hasError: boolean
  /** Told of the names that are held now. */
  onHold: (names: readonly string[]) => void
}

/** The field itself and, with scripts, what was picked so far, each with a way to take it out again. */
function Picked({ id, accept, maxBytes, words, hasError, onHold }: PickedProps) {
  const ref = useRef<HTMLInputElement>(null)
  const [picked, setPicked] = useState<File[]>([])
  const [told, setTold] = useState(nothing)

  function hold(files: File[]) {
    const input = ref.current
    if (!input) return
    const transfer = new DataTransfer()
    for (const file of files) transfer.items.add(file)
    input.files = transfer.files
    setPicked(files)
    onHold(files.map(({ name }) => name))
    // The form hears of it as of anything typed.
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** What can be told without the server is told at once, and is no part of the form. */
  async function add(files: File[], known: File[]) {
    const found = await look(files, known, { accept, bytes: maxBytes })
    if (found.out.length > 0) hold(without(filesOf(ref.current), found.out))
    setTold(found)
  }

  // Picked before scripts came.
  useEffect(() => {
    const files = filesOf(ref.current)
    setPicked(files)
    if (files.length > 0) void add(files, [])
    // Once, with what the page holds.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

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
          const added = filesOf(event.target)
          hold([...picked, ...added])
          void add(added, picked)
        }}
      />
      {told.refused.length > 0 && (
        <div role="alert" className={styles.refused}>
          {words.refused}
          <ul>
            {told.refused.map(({ name, fault }, n) => (
              <li key={`${name} ${n}`}>
                {name}: {words.faults[fault]}
              </li>
            ))}
          </ul>
        </div>
      )}
      {told.repeated.length > 0 && <Note words={words.repeated} names={told.repeated} />}
      {picked.length > 0 && (
        <ul className={styles.picked}>
          {picked.map((file, n) => (
            <li key={`${file.name} ${file.size} ${n}`}>
              <Icon name="file" size={20} /> <span>{cleanLine(file.name)}</span>
              <button
                type="button"
                className={formStyles.textButton}
                aria-label={`${words.remove}: ${cleanLine(file.name)}`}
                onClick={() => {
                  hold(picked.filter((other) => other !== file))
                  ref.current?.focus()
                }}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

async function look(files: File[], known: File[], limits: { accept: string; bytes: number }): Promise<Looked> {
  const found: Looked = { refused: [], repeated: [], out: [] }
  const taken = [...known]
  for (const file of files) {
    const fault = await firstLook(file, limits)
    const isRepeated = !fault && (await Promise.all(taken.map((other) => isSameContent(file, other)))).includes(true)
    if (fault) found.refused.push({ name: cleanLine(file.name), fault })
    if (isRepeated) found.repeated.push(cleanLine(file.name))
    if (fault || isRepeated) found.out.push(file)
    else taken.push(file)
  }
  return found
}

/** Of several that look the same the last is taken out. */
function without(files: readonly File[], out: readonly File[]): File[] {
  const left = [...files]
  for (const file of out) {
    const at = left.findLastIndex((other) => isSameFile(other, file))
    if (at >= 0) left.splice(at, 1)
  }
  return left
}

const isSameFile = (one: File, other: File): boolean =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified
