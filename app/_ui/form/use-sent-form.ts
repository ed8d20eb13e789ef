'use client'

import { usePathname } from 'next/navigation'
import {
  type RefObject,
  type SubmitEvent,
  useActionState,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react'
import type { FormValues } from '@/app/_server/form-object'
import { type FormState, initialFormState } from '@/app/_server/form-state'
import { attempt, type Trouble } from './attempt'
import { useFormFrame } from './form-frame'
import {
  filesOf,
  forgetKept,
  isSame,
  keep,
  type Kept,
  keptKey,
  readKept,
  typedIn,
  unfoldTyped,
  withEdits,
} from './kept'
import { useLive } from './use-live'

/** A server action as a form gets it: bound to its place. */
export type SentTo<V, R extends string> = (state: FormState<V, R>, form: FormData) => Promise<FormState<V, R>>

interface Options<V, R extends string> {
  /** The form's own name on its page; with what it is about where a page has several of a kind. */
  name: string
  /** Whether an answer ends what was typed; any success, where nothing else is said. */
  isDone?: (state: FormState<V, R>) => boolean
  /** What was typed stays in the fields after that; else they show what the page holds. */
  stays?: boolean
  /** What the fields hold before anything is typed. */
  given?: FormValues | undefined
  /** The field of what is given that differs each time it is given anew. */
  mark?: string
}

export interface SentForm<V, R extends string> {
  /** The server's last answer. */
  state: FormState<V, R>
  /** What the fields hold: kept from before, or sent with the last answer. */
  values: FormValues
  /** Another number is another set of fields, drawn anew from `values`: a key for what is around them. */
  drawn: number
  sending: boolean
  trouble: Trouble | undefined
  /** How often it was sent. */
  attempts: number
  /** The form was filled again from what was kept. */
  restored: boolean
  /** Names of files that were chosen and have to be chosen again. */
  lostFiles: string[]
  send: (form: FormData) => void
  /** Empties the form and forgets what was kept of it. */
  startAnew: () => void
  /** Forgets what was kept: the server has it. */
  forget: () => void
  /** Scripts have come. */
  isLive: boolean
  /** Of the form element. */
  props: {
    ref: RefObject<HTMLFormElement | null>
    action: (form: FormData) => void
    onSubmit: (event: SubmitEvent<HTMLFormElement>) => void
    onInput: () => void
  }
}

/**
 * A form that loses nothing: what is typed is kept in the tab as it is typed, and a form that could not be sent stays
 * as it is and says why. Works as a plain form before scripts have come.
 */
export function useSentForm<V, R extends string>(
  action: SentTo<V, R>,
  { name, isDone = ({ result }) => result?.ok === true, stays = false, given, mark = '' }: Options<V, R>,
): SentForm<V, R> {
  const ref = useRef<HTMLFormElement>(null)
  const { owner } = useFormFrame()
  const key = keptKey(owner, usePathname(), name)
  // Without scripts the page that answers holds the answer. With them the form is sent below, where no error escapes.
  const [first, submit] = useActionState(action, given ? { values: given } : (initialFormState as FormState<V, R>))
  const [latest, setLatest] = useState<FormState<V, R>>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [attempts, setAttempts] = useState(0)
  const [sending, startSending] = useTransition()
  const [kept, setKept] = useState<Kept>()
  const [drawn, setDrawn] = useState(0)
  const isLive = useLive()
  const answered = latest ?? first
  // What was refused before is not said beside what could not be sent: it is put right by now, perhaps.
  const state = useMemo(
    () => (trouble && answered.result?.ok === false ? { values: answered.values } : answered),
    [trouble, answered],
  )

  useEffect(() => {
    const form = ref.current
    const found = readKept(key)
    // What was typed before the form was given anew is another form's; what is given is kept like anything typed.
    if (given && form && found?.values[mark] !== given[mark]) {
      unfoldTyped(form)
      return keep(key, typedIn(form))
    }
    if (!found) return
    // Nothing can be sent any more: what was typed is shown all the same.
    if (!form) return setKept(found)
    // The browser may have filled the form again by itself, and left it folded away.
    unfoldTyped(form)
    if (isSame(found, typedIn(form))) return
    // Files that are chosen already would be lost as the fields are drawn anew.
    const files = new Set([...found.files, ...typedIn(form).files])
    setKept({ files: [...files], values: withEdits(found.values, form) })
    setDrawn((n) => n + 1)
  }, [key, given, mark])

  // What was typed into a part that is folded away is shown.
  useEffect(() => {
    if (kept && ref.current) unfoldTyped(ref.current)
  }, [kept])

  function startAnew() {
    forgetKept(key)
    setKept(undefined)
    setLatest(initialFormState)
    setDrawn((n) => n + 1)
  }

  function send(form: FormData) {
    if (sending) return
    const sent = ref.current && typedIn(ref.current)
    startSending(async () => {
      const outcome = await attempt(() => action(answered, form))
      startSending(() => {
        setAttempts((n) => n + 1)
        setTrouble('trouble' in outcome ? outcome.trouble : undefined)
        if ('left' in outcome) forgetKept(key)
        if ('answer' in outcome) accept(outcome.answer, sent)
      })
    })
  }

  function accept(answer: FormState<V, R>, sent: Kept | null) {
    setLatest(answer)
    setKept(undefined)
    const typed = ref.current && typedIn(ref.current)
    if (!isDone(answer)) {
      // With what the server made of the form: files that it has are tokens now.
      if (typed) keep(key, { values: { ...typed.values, ...pick(answer.values, typed.values) }, files: [] })
    } else if (!typed || !sent || isSame(sent, typed)) {
      forgetKept(key)
      if (!stays) setDrawn((n) => n + 1)
    }
  }

  return {
    ...{ state, drawn, sending, trouble, attempts, isLive, send, startAnew },
    forget: () => forgetKept(key),
    values: kept ? { ...state.values, ...kept.values } : isDone(state) && !stays ? {} : state.values,
    restored: kept !== undefined,
    lostFiles: kept?.files ?? [],
    props: {
      ref,
      action: submit,
      // React would empty the form after an action of its own.
      onSubmit: (event) => {
        event.preventDefault()
        send(sentBy(event.currentTarget, event.nativeEvent.submitter))
      },
      onInput: () => {
        if (ref.current) keep(key, typedIn(ref.current))
      },
    },
  }
}

/** All of a form, and the button that sends it. The nameless file of an unused field stays out: it would arrive as "blob". */
export function sentBy(form: HTMLFormElement, submitter: HTMLElement | null): FormData {
  const data = new FormData(form, submitter)
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'file' && filesOf(control).length === 0)
      data.delete(control.name)
  }
  return data
}

const pick = (from: FormValues, known: FormValues): FormValues =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name in known))
