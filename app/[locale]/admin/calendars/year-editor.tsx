'use client'

import { useMounted } from '@mantine/hooks'
import { Fragment, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { FormState } from '@/app/_server/form-state'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'
import type { ClockName, Locale } from '@/db/enums'
import type { CalendarDay } from '@/lib/calendar/model'
import type { YearView } from '@/lib/calendar/year-view'
import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import type { CalendarDraft } from '@/lib/requests/draft-calendar'
import { typedText } from '../_ui/action-form'
import { DraftPreview } from './draft-preview'
import { DraftFields } from './draft-fields'
import styles from './calendar.module.css'
import draftStyles from './draft.module.css'
import type { EditorWords, YearWords } from './words'
import { type DayCell, YearGrid } from './year-grid'

type State = FormState<CalendarDraft, never>

interface Props {
  action: SentTo<CalendarDraft, never>
  stored: { view: YearView; days: CalendarDay[]; storedAt: string | null }
  words: { year: YearWords; editor: EditorWords; clocks: Record<ClockName, string> }
  /** Names of the clinics by their slugs. */
  clinics: Record<string, string>
  locale: Locale
  today: CalendarDate
  /** Where the draft is let go. */
  discardHref: string
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A year and its draft. The draft lives in the form, so that each step works without scripts as well. */
export function YearEditor({ action, stored, words, clinics, locale, today, discardHref }: Props) {
  const form = useSentForm(action, { name: `calendar ${stored.view.year}`, isDone: () => false })
  const { state, values, restored, sending, props } = form
  const grid = useRef<HTMLFormElement>(null)
  const kindId = useId()
  const isMounted = useMounted()
  const { result } = state
  const draft = result?.ok ? result.value : undefined
  const [chosen, setChosen] = useState<{ after: State; date: CalendarDate }>()
  // What was chosen since the last answer of the server; before that, what the server was told.
  const picked = chosen?.after === state ? chosen.date : draft?.picked
  const view = draft?.view ?? stored.view
  const days = draft?.days ?? stored.days
  const hidden = {
    year: String(view.year),
    basedOn: typedText(values, 'basedOn') ?? stored.storedAt ?? '',
    days: (restored && typedText(values, 'days')) || JSON.stringify(days),
  }
  const focusable = picked ?? (today.startsWith(`${view.year}-`) ? today : `${view.year}-01-01`)

  // What was kept of a draft is its days: the server draws the year of them.
  useEffect(() => {
    const { current } = props.ref
    if (!restored || !current) return
    const kept = new FormData(current)
    kept.set('step', 'check')
    form.send(kept)
    // Once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [restored])
  // A step may have changed the days, which nobody has typed.
  useEffect(() => {
    if (draft) props.onInput()
    // Once a draft.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [draft])

  function pick(date: CalendarDate) {
    setChosen({ after: state, date })
    // The fields of this day are drawn first.
    requestAnimationFrame(() => document.getElementById(kindId)?.focus())
  }

  function move(event: KeyboardEvent<HTMLFormElement>) {
    const by = steps[event.key]
    const { target } = event
    if (by === undefined || !(target instanceof HTMLButtonElement) || target.name !== 'date') return
    const next = grid.current?.querySelector<HTMLButtonElement>(`[value="${addDays(target.value, by)}"]`)
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  const cell = ({ date, number, label }: DayCell) => (
    <button
      type="submit"
      name="date"
      value={date}
      className={styles.day}
      aria-label={label}
      title={label}
      aria-pressed={date === picked}
      // One stop of the tab key for the whole year, once scripts can move on from there.
      tabIndex={!isMounted || date === focusable ? undefined : -1}
      onClick={(event) => {
        event.preventDefault()
        pick(date)
      }}
    >
      {number}
    </button>
  )

  return (
    <div className={styles.editor}>
      <form ref={grid} action={props.action} onKeyDown={move}>
        <HiddenFields values={{ ...hidden, step: 'pick', status: view.status, source: view.source }} />
        <YearGrid {...{ view, today, cell }} words={words.year} changed={draft?.changed ?? []} />
      </form>
      <form {...props} className={styles.panel} aria-labelledby={`${kindId}-title`}>
        <HiddenFields values={hidden} />
        <FormTrouble form={form} />
        {/* What the Enter key presses: never the button that applies. */}
        <button type="submit" name="step" value="day" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <h2 id={`${kindId}-title`}>{words.editor.title}</h2>
        <p className={draftStyles.hint}>{words.editor.hint}</p>
        {result && !result.ok && (
          <p role="alert" className={draftStyles.problem}>
            {words.editor.refused.invalid}
          </p>
        )}
        {draft && (
          <DraftPreview
            {...{ draft, clinics, locale }}
            isPending={sending}
            onDiscard={form.forget}
            words={words.editor}
            clocks={words.clocks}
            discardHref={discardHref}
          />
        )}
        <Fragment key={form.drawn}>
          <DraftFields {...{ view, days, draft, picked, values, kindId }} isPending={sending} words={words.editor} />
        </Fragment>
      </form>
    </div>
  )
}

function HiddenFields({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} data-kept />
  ))
}
