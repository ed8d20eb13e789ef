'use client'

import { useEffect, useRef, useState } from 'react'
import { attempt, type Trouble } from '@/app/_ui/form/attempt'
import type { FormState } from '@/app/_server/form-state'

/** What the server has of a text: which version it made of it, and how that is told. */
export interface SavedDraft {
  version: number
  saved: string
}

/** So long after the last key a text is saved. */
const PAUSE_MS = 1_500
/** So long after a save that did not come through it is tried again. */
const RETRY_MS = 10_000

interface Options {
  /** Sends the form as it stands. */
  save: () => Promise<FormState<SavedDraft, string>>
  /** Nothing is saved by itself while somebody has to choose between two texts. */
  isPaused: boolean
  /** `isAll`: nothing was typed while it was on its way. */
  onSaved: (draft: SavedDraft, isAll: boolean) => void
}

/**
 * Saves a form as it is typed, whatever it lacks. `trouble` says why the last save did not come through, `refused` why
 * the server would not have it.
 */
export function useAutosave(options: Options) {
  const [unsaved, setUnsaved] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [refused, setRefused] = useState<string>()
  const latest = useRef(options)
  const edits = useRef({ made: 0, sent: 0, saved: 0, timer: 0, isSaving: false })
  useEffect(() => {
    latest.current = options
  })

  function saveIn(ms: number) {
    clearTimeout(edits.current.timer)
    edits.current.timer = window.setTimeout(() => void save(), ms)
  }

  async function save() {
    const { made, saved, isSaving } = edits.current
    if (isSaving || made === saved || latest.current.isPaused) return
    edits.current.isSaving = true
    const outcome = await attempt(latest.current.save)
    edits.current.isSaving = false
    setTrouble('trouble' in outcome ? outcome.trouble : undefined)
    const result = 'answer' in outcome ? outcome.answer.result : undefined
    if (!result) return saveIn(RETRY_MS)
    const isAll = noteSaved(made)
    if (result.ok) latest.current.onSaved(result.value, isAll)
    setRefused(result.ok ? undefined : result.reason)
  }

  /** What was typed meanwhile is saved in its turn. */
  function noteSaved(upTo: number): boolean {
    const { current } = edits
    current.saved = Math.max(current.saved, upTo)
    const isAll = current.made === current.saved
    if (isAll) setUnsaved(false)
    else saveIn(PAUSE_MS)
    return isAll
  }

  useEffect(() => {
    const { current } = edits
    // Whoever leaves the page, or gets the connection back, does not wait.
    const atOnce = () => void save()
    document.addEventListener('visibilitychange', atOnce)
    window.addEventListener('online', atOnce)
    return () => {
      clearTimeout(current.timer)
      document.removeEventListener('visibilitychange', atOnce)
      window.removeEventListener('online', atOnce)
    }
    // `save` reads what is latest by itself.
  }, [])

  return {
    unsaved,
    trouble,
    refused,
    /** Something was typed. */
    touch() {
      edits.current.made += 1
      setUnsaved(true)
      saveIn(PAUSE_MS)
    },
    /** The form is on its way by its own button. */
    leave() {
      edits.current.sent = edits.current.made
    },
    /** What was on its way has been saved; tells whether that is all. */
    arrive(): boolean {
      setTrouble(undefined)
      setRefused(undefined)
      return noteSaved(edits.current.sent)
    },
    /** All of it is let go of. */
    settle() {
      edits.current.saved = edits.current.made
      setUnsaved(false)
      setTrouble(undefined)
      setRefused(undefined)
    },
  }
}
