'use client'

import { useLocalStorage } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import styles from './keys.module.css'
import { onShowKeys } from './keys-event'

interface Props {
  queueHref: string
  labels: {
    title: string
    search: string
    down: string
    up: string
    enter: string
    queue: string
    help: string
    toggle: string
    close: string
  }
}

/** Nobody types into a tick; and the one of the dialog has the focus a moment longer than the dialog is there. */
const TYPED = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=menu]'
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest(TYPED) !== null

function moveInQueue(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus()
}

/** Single keys for those who live in the queue; they can be switched off (WCAG 2.1.4). */
export function Keys({ queueHref, labels }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOn, setOn] = useLocalStorage({ key: 'portal-keys', defaultValue: true, getInitialValueInEffect: true })

  useEffect(() => onShowKeys(() => dialog.current?.showModal()), [])
  useEffect(() => {
    const does: Record<string, () => void> = {
      '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
      j: () => moveInQueue(1),
      k: () => moveInQueue(-1),
      q: () => window.location.assign(queueHref),
      '?': () => dialog.current?.showModal(),
    }
    // The Russian layout has other letters on the same keys.
    const ofCode: Record<string, string> = { KeyJ: 'j', KeyK: 'k', KeyQ: 'q' }
    function press(event: KeyboardEvent) {
      if (!isOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (dialog.current?.open) return
      const isSlash = event.key === '.' && event.code === 'Slash'
      const act = does[ofCode[event.code] ?? (isSlash ? '/' : event.key === ',' && event.shiftKey ? '?' : event.key)]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isOn, queueHref])

  const rows = [
    ['/', labels.search],
    ['J', labels.down],
    ['K', labels.up],
    ['Enter', labels.enter],
    ['Q', labels.queue],
    ['?', labels.help],
  ] as const
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys-title">
      <form method="dialog">
        <h2 id="keys-title">{labels.title}</h2>
        <dl className={styles.list}>
          {rows.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className={styles.toggle}>
          <input type="checkbox" checked={isOn} onChange={(event) => setOn(event.currentTarget.checked)} />
          {labels.toggle}
        </label>
        <button type="submit" className={styles.close}>
          {labels.close}
        </button>
      </form>
    </dialog>
  )
}
