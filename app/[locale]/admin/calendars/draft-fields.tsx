import type { CalendarDay } from '@/lib/calendar/model'
import type { YearView } from '@/lib/calendar/year-view'
import type { CalendarDate } from '@/lib/core/calendar-date'
import type { CalendarDraft } from '@/lib/requests/draft-calendar'
import { cleanDate, writeDate } from '@/lib/text/dates'
import type { FormValues } from '@/app/_server/form-object'
import { typedText } from '../_ui/action-form'
import page from '../_ui/page.module.css'
import styles from './draft.module.css'
import { type EditorWords, fill } from './words'

interface Props {
  view: YearView
  days: readonly CalendarDay[]
  draft: CalendarDraft | undefined
  picked: CalendarDate | undefined
  /** What was typed and not set yet. */
  values: FormValues
  kindId: string
  isPending: boolean
  words: EditorWords
}

const kinds = ['plain', 'holiday', 'day-off', 'working'] as const

/** The fields of a day, of the year, and of a file; each group has a button of its own. */
export function DraftFields({ view, days, draft, picked, values, kindId, isPending, words }: Props) {
  const known = days.find(({ date }) => date === picked)
  const fault = draft?.fault
  // Of another day than the one whose fields are shown, nothing was typed.
  const isTyped = !picked || cleanDate(typedText(values, 'date') ?? '') === picked
  const typed = (name: string) => (isTyped ? typedText(values, name) : undefined)
  return (
    <>
      <fieldset className={styles.group} key={`${picked}-${known?.kind}-${known?.note}`}>
        <legend>{words.day}</legend>
        <p className={styles.hint}>{words.dayHint}</p>
        {fault === 'wrongNote' && (
          <p role="alert" className={styles.problem}>
            {words.wrongNote}
          </p>
        )}
        <label className={styles.field}>
          {words.date}
          {fault === 'wrongDate' && (
            <span id={`${kindId}-fault`} role="alert" className={styles.problem}>
              {words.wrongDate}
            </span>
          )}
          <input
            name="date"
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            defaultValue={picked ? writeDate(picked) : typed('date')}
            aria-invalid={fault === 'wrongDate' || undefined}
            aria-describedby={`${kindId}-date${fault === 'wrongDate' ? ` ${kindId}-fault` : ''}`}
          />
        </label>
        <p id={`${kindId}-date`} className={styles.hint}>
          {words.dateHint}
        </p>
        <label className={styles.field}>
          {words.kind}
          <select id={kindId} name="kind" defaultValue={typed('kind') ?? known?.kind ?? 'plain'}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          {words.note}
          <input
            type="text"
            name="note"
            maxLength={200}
            defaultValue={typed('note') ?? known?.note}
            autoComplete="off"
          />
        </label>
        <button type="submit" name="step" value="day" className={page.button} aria-disabled={isPending}>
          {words.setDay}
        </button>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.year}</legend>
        <label className={styles.field}>
          {words.status}
          <select name="status" defaultValue={typedText(values, 'status') ?? view.status}>
            {(['official', 'provisional'] as const).map((status) => (
              <option key={status} value={status}>
                {words.statusOf[status]}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          {words.source}
          <textarea
            name="source"
            rows={3}
            maxLength={300}
            defaultValue={typedText(values, 'source') ?? view.source}
            aria-describedby={`${kindId}-source`}
          />
        </label>
        <p id={`${kindId}-source`} className={styles.hint}>
          {words.sourceHint}
        </p>
        <button type="submit" name="step" value="check" className={page.button} aria-disabled={isPending}>
          {isPending ? words.checking : words.check}
        </button>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.file}</legend>
        <p id={`${kindId}-file`} className={styles.hint}>
          {words.fileHint}
        </p>
        {fault === 'noFile' && (
          <p role="alert" className={styles.problem}>
            {words.noFile}
          </p>
        )}
        {draft && draft.importErrors.length > 0 && (
          <ul role="alert" className={styles.problem}>
            {draft.importErrors.map(({ line, fault: what }) => (
              <li key={`${line}-${what}`}>{fill(words.line, { n: line, fault: words.faults[what] })}</li>
            ))}
          </ul>
        )}
        <input
          type="file"
          name="file"
          accept=".csv,.ics,text/csv,text/calendar"
          aria-label={words.file}
          aria-describedby={`${kindId}-file`}
        />
        <button type="submit" name="step" value="import" className={page.button} aria-disabled={isPending}>
          {words.import}
        </button>
      </fieldset>
    </>
  )
}
