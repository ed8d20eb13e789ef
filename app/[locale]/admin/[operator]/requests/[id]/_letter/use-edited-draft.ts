'use client'

import { useEffect, useState } from 'react'
import type { AnswerDraft } from '@/lib/requests/model'
import { newId } from '@/app/_ui/form/new-id'
import type { SentForm } from '@/app/_ui/form/use-sent-form'
import { typedText } from '../../../../_ui/action-form'
import { type SavedDraft, useAutosave } from './use-autosave'

type Autosave = (state: unknown, form: FormData) => Promise<SentForm<SavedDraft, string>['state']>

/** The text in the form beside the one on the server: which version it goes on from, what is saved, what is newer. */
export function useEditedDraft(form: SentForm<SavedDraft, string>, draft: AnswerDraft | undefined, autosave: Autosave) {
  const { state, values, restored, sending, isLive } = form
  const current = draft?.version ?? 0
  const [ownBase, setBase] = useState<number>()
  const [ownEditor] = useState(newId)
  // The version that the fields were drawn from, from the first key on: until then they follow the page.
  const [pinned, setPinned] = useState<number>()
  const [saved, setSaved] = useState<string>()

  const editor = typedText(values, 'editor') || (isLive ? ownEditor : '')
  const refused = state.result?.ok === false ? state.result.reason : undefined
  const base = ownBase ?? baseOf()
  const hasNewer = isLive ? current > base && draft?.editor !== editor : refused === 'newer-version'

  /** Before scripts come: what was saved last, or the newer text that stands beside one's own and may be saved over. */
  function baseOf(): number {
    if (state.result?.ok && !restored) return state.result.value.version
    if (!isLive && refused === 'newer-version') return current
    return Number(typedText(values, 'basedOn') ?? current)
  }

  function accept(draft: SavedDraft, isAll: boolean) {
    setBase(draft.version)
    setSaved(draft.saved)
    if (isAll) form.forget()
  }
  const { touch, settle, arrive, ...saving } = useAutosave({
    save: () => autosave({}, new FormData(form.props.ref.current ?? undefined)),
    isPaused: hasNewer || sending,
    onSaved: accept,
  })

  function edit() {
    setBase(base)
    setPinned((known) => known ?? current)
    touch()
  }

  useEffect(() => {
    if (!state.result?.ok) return
    accept(state.result.value, arrive())
    // Once an answer.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [state])
  useEffect(() => {
    if (restored) edit()
    // Once, with what was kept.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [restored])

  return {
    ...saving,
    ...{ base, editor, hasNewer, saved, edit },
    /** Another key is another set of fields. */
    drawn: `${form.drawn} ${pinned ?? current}`,
    /** The text on the screen takes the place of the newer one. */
    keepOwn() {
      setBase(current)
      touch()
    },
    /** What is on the server takes the place of the text on the screen. */
    takeNewer() {
      setBase(current)
      settle()
      form.startAnew()
    },
  }
}
