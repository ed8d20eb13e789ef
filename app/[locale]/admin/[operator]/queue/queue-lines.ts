import type { Locale } from '@/db/enums'
import type { ProductionCalendar } from '@/lib/calendar/model'
import { dayOfTerm, daysLeft } from '@/lib/calendar/terms'
import type { CalendarDate } from '@/lib/core/calendar-date'
import type { QueueRow } from '@/lib/requests/model'
import { awaitsAnswer } from '@/lib/requests/rules'
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

export function queueLines(
  rows: readonly QueueRow[],
  { today, calendar }: { today: CalendarDate; calendar: ProductionCalendar },
  locale: Locale,
  t: AdminWords,
): QueueLine[] {
  const said = remembering()
  return rows.map((row) => {
    const { day, of } = dayOf(row, today)
    const left = daysLeft(calendar, today, row.nextDueOn, row.nextUnit)
    const tone = toneOf(left)
    const kind = t(`kind.${row.kind}`)
    return {
      id: row.id,
      reference: row.reference,
      tone,
      ring: {
        ...{ day, of, tone },
        label: said(`day ${day} ${of}`, () => t(day > of ? 'due.beyond' : 'due.dayOf', { day, of })),
      },
      of: said(`of ${of}`, () => t('queue.of', { of })),
      kind: row.requesterType === 'subject' ? kind : `${kind}, ${t(`requester.${row.requesterType}`)}`,
      due: said(`left ${left} ${row.nextUnit}`, () => dueWords(t, left, row.nextUnit)),
      clock: clockWords(
        row,
        said(row.nextDueOn, () => dateBrief(row.nextDueOn, locale)),
        t,
      ),
      assignee: row.assigneeName,
      state: t(`state.${row.state}`),
      isNew: row.state === 'registered',
    }
  })
}

/** What is due next; of an answered request, that it is still to be done. */
function clockWords(row: QueueRow, date: string, t: AdminWords): string {
  const clock = t(`clock.${row.nextClock}`)
  return awaitsAnswer(row) ? `${clock}, ${date}` : t('queue.owes', { clock, date })
}

/** The days of the answer; once it is given, those of the duty that is left, unless it was due on the same day. */
function dayOf(row: QueueRow, today: CalendarDate) {
  const ofDuty = !awaitsAnswer(row) && row.nextUnit !== 'same-day'
  return ofDuty
    ? dayOfTerm(today, row.nextStartedOn, row.nextDueOn)
    : dayOfTerm(today, row.receivedOn, row.responseDueOn)
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
