import type { Locale } from '@/db/enums'
import { dayOfTerm } from '@/lib/calendar/terms'
import { type CalendarDate, daysBetween } from '@/lib/core/calendar-date'
import type { QueueRow } from '@/lib/requests/model'
import { dateBrief } from '../../_ui/dates'
import { type AdminWords, dueWords } from '../../_ui/due-words'
import { type Tone, toneOf } from '../../_ui/tone'

/** A row of the queue in words, as its table shows it. */
export interface QueueLine {
  id: string
  reference: string
  /** How pressing its next date is. */
  tone: Tone
  ring: { day: number; of: number; tone: Tone; label: string }
  of: string
  kind: string
  due: string
  clock: string
  assignee: string | null
  state: string
  isNew: boolean
}

export function queueLines(rows: readonly QueueRow[], today: CalendarDate, locale: Locale, t: AdminWords): QueueLine[] {
  const said = remembering()
  return rows.map((row) => {
    const { day, of } = dayOfTerm(today, row.receivedOn, row.responseDueOn)
    const left = daysBetween(today, row.nextDueOn)
    const kind = t(`kind.${row.kind}`)
    return {
      id: row.id,
      reference: row.reference,
      tone: toneOf(left),
      ring: {
        ...{ day, of, tone: toneOf(daysBetween(today, row.responseDueOn)) },
        label: said(`day ${day} ${of}`, () => t(day > of ? 'due.beyond' : 'due.dayOf', { day, of })),
      },
      of: said(`of ${of}`, () => t('queue.of', { of })),
      kind: row.requesterType === 'subject' ? kind : `${kind}, ${t(`requester.${row.requesterType}`)}`,
      due: said(`left ${left}`, () => dueWords(t, left)),
      clock: `${t(`clock.${row.nextClock}`)}, ${said(row.nextDueOn, () => dateBrief(row.nextDueOn, locale))}`,
      assignee: row.assigneeName,
      state: t(`state.${row.state}`),
      isNew: row.state === 'registered',
    }
  })
}

/** Rows that follow each other have the same dates and numbers, and words with numbers are dear. */
function remembering() {
  const known = new Map<string, string>()
  return (key: string, say: () => string): string => {
    const words = known.get(key) ?? say()
    known.set(key, words)
    return words
  }
}
