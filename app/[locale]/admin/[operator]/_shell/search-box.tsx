'use client'

import { startTransition, useActionState, useEffect, useRef, useState, type SubmitEvent } from 'react'
import { type FormState, initialFormState } from '@/app/_server/form-state'
import type { Locale, RequestKind, RequestState } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { formatDay } from '@/lib/i18n/format'
import type { FoundRow } from '@/lib/requests/search'
import { AdminIcon } from '../../_ui/admin-icon'
import styles from './search-box.module.css'

type State = FormState<FoundRow[], never>

interface Props {
  action: (state: unknown, form: FormData) => Promise<State>
  locale: Locale
  slug: string
  labels: { label: string; placeholder: string; exact: string; none: string; nothing: string }
  kinds: Record<RequestKind, string>
  states: Record<RequestState, string>
}

/** The search of every page; `/` leads to it. Finds are numbers and kinds: names are behind the audited page. */
export function SearchBox({ action, locale, slug, labels, kinds, states }: Props) {
  const [state, submit, isPending] = useActionState(action, initialFormState)
  const [isOpen, setOpen] = useState(true)
  const box = useRef<HTMLFormElement>(null)
  const rows = state.result?.ok ? state.result.value : undefined

  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [])

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setOpen(true)
    startTransition(() => submit(form))
  }

  return (
    <form
      ref={box}
      action={submit}
      onSubmit={send}
      role="search"
      className={styles.box}
      onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
    >
      <span className={styles.icon}>
        <AdminIcon name="search" size={18} />
      </span>
      <input
        type="search"
        name="text"
        data-search
        autoComplete="off"
        maxLength={254}
        aria-label={labels.label}
        placeholder={labels.placeholder}
        aria-busy={isPending}
        className={styles.input}
      />
      <kbd className={styles.key} aria-hidden="true">
        /
      </kbd>
      {isOpen && rows && (
        <div className={styles.panel} aria-live="polite">
          {rows.length === 0 ? (
            <p>
              <strong>{labels.nothing}</strong>
              <br />
              {labels.none}
            </p>
          ) : (
            <ul>
              {rows.map((row) => (
                <li key={row.id}>
                  <a href={paths.request(locale, slug, row.id)}>
                    <strong>{row.reference}</strong>
                    <span>{kinds[row.kind]}</span>
                    <span>{states[row.state]}</span>
                    <span>{formatDay(row.receivedOn, locale)}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
          <p className={styles.exact}>{labels.exact}</p>
        </div>
      )}
    </form>
  )
}
