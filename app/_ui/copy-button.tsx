'use client'

import { useState, useSyncExternalStore } from 'react'
import { Button } from './button'
import { Icon } from './icon'

const never = () => () => {}

/** Whether scripts run: false on the server, and for whoever has none. */
export const useScripts = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

interface Props {
  text: string
  label: string
  done: string
  /** What is copied, for whoever does not see where the button stands. */
  what?: string
}

/** Copies a text; shown only where scripts run. */
export function CopyButton({ text, label, done, what }: Props) {
  const scripts = useScripts()
  const [copied, setCopied] = useState(false)
  if (!scripts) return null
  return (
    <>
      <Button
        type="button"
        look="secondary"
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        <Icon name={copied ? 'check' : 'copy'} size={20} /> {copied ? done : label}
        {what && <span className="visually-hidden"> {what}</span>}
      </Button>
      <span role="status" className="visually-hidden">
        {copied && done}
      </span>
    </>
  )
}
