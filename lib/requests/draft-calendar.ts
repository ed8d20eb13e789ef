import { changedDates, isEditedKind, parseCalendarFile, withDay } from '@/lib/calendar/draft'
import type { ImportError } from '@/lib/calendar/import'
import type { CalendarDay } from '@/lib/calendar/model'
import { getStoredYear } from '@/lib/calendar/stored-year'
import { viewYear, type YearView } from '@/lib/calendar/year-view'
import type { StaffActor } from '@/lib/core/actor'
import { isCalendarDate } from '@/lib/core/calendar-date'
import { execute } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { cleanLine } from '@/lib/text/characters'
import { cleanDate } from '@/lib/text/dates'
import { z } from 'zod/mini'
import { changeCalendar, changeCalendarSchema, type OperatorMoves, previewCalendarChange } from './change-calendar'

/** What to do with the draft; all but `apply` store nothing. */
export const draftSteps = ['pick', 'day', 'import', 'check', 'apply'] as const

/** What the editor's form sends. The draft travels in it: nothing of it is kept on the server. */
const formSchema = z.object({
  step: z.enum(draftSteps),
  year: z.pipe(z.string(), z.transform(Number)),
  basedOn: z._default(z.nullable(z.string()), null),
  status: z.enum(['official', 'provisional']),
  source: z._default(z.string(), ''),
  days: z.pipe(z.string(), z.transform(parseJson)),
  date: z._default(z.string(), ''),
  kind: z._default(z.string(), 'plain'),
  note: z._default(z.string(), ''),
})
type Form = z.output<typeof formSchema>

export type DraftFault = 'wrongDate' | 'wrongNote' | 'noFile'
export type DraftRefusal = 'source' | 'changed-meanwhile' | 'not-allowed' | 'invalid'

/** A year as it would be, with the due dates that it would move. */
export interface CalendarDraft {
  view: YearView
  days: CalendarDay[]
  /** The dates on which it differs from what is stored. */
  changed: string[]
  moves: OperatorMoves[]
  /** The day whose fields are to be shown. */
  picked: string | undefined
  fault: DraftFault | undefined
  importErrors: ImportError[]
  /** Why it was not applied. */
  refused: DraftRefusal | undefined
}

export type DraftResult = { ok: true; draft: CalendarDraft } | { ok: true; moved: number } | { ok: false }

/** One step of an admin's edit. Not ok is a draft that no form of ours has sent; throws `NotFoundError` for anybody else. */
export async function draftCalendar(ctx: Context<StaffActor>, raw: unknown, file?: string): Promise<DraftResult> {
  const parsed = z.safeParse(formSchema, raw)
  if (!parsed.success) return { ok: false }
  const form = parsed.data
  const { year, status, basedOn } = form
  // The source is asked for when the year is applied, not before.
  const change = z.safeParse(changeCalendarSchema, { year, status, source: form.source.trim() || '?', days: form.days })
  if (!change.success) return { ok: false }

  const date = cleanDate(form.date)
  const step = takeStep({ ...form, date }, change.data.days, file)
  const source = form.source.trim()
  let refused: DraftRefusal | undefined
  if (form.step === 'apply') {
    const result = await execute(changeCalendar, ctx, { year, status, source, basedOn, days: step.days })
    if (result.ok) return { ok: true, moved: result.value.moved }
    // This command asks for no proof.
    const reason = result.reason === 'proof-needed' ? 'not-allowed' : result.reason
    refused = result.reason === 'invalid' && 'source' in result.fields ? 'source' : reason
  }
  const { days: stored } = await getStoredYear(ctx, year)
  const draft: CalendarDraft = {
    ...{ days: step.days, fault: step.fault, importErrors: step.importErrors ?? [], refused },
    picked: isCalendarDate(date) ? date : undefined,
    view: viewYear({ year, status, source }, step.days),
    changed: changedDates(stored, step.days),
    moves: await previewCalendarChange(ctx, { ...change.data, days: step.days }),
  }
  return { ok: true, draft }
}

interface Step {
  days: CalendarDay[]
  fault?: DraftFault | undefined
  importErrors?: ImportError[]
}

/** The days after the step; a step that cannot be taken leaves them as they are. */
function takeStep({ step, year, date, kind, ...form }: Form, days: CalendarDay[], file: string | undefined): Step {
  const note = cleanLine(form.note)
  if (step === 'day') {
    if (!isCalendarDate(date) || !date.startsWith(`${year}-`) || !isEditedKind(kind))
      return { days, fault: 'wrongDate' }
    if (note.length > 200) return { days, fault: 'wrongNote' }
    return { days: withDay(days, { date, kind, note }) }
  }
  if (step === 'import') {
    if (file === undefined) return { days, fault: 'noFile' }
    const read = parseCalendarFile(file, year)
    if (!read.ok) return { days, importErrors: read.errors }
    return read.days.some((day) => day.note.length > 200) ? { days, fault: 'wrongNote' } : { days: read.days }
  }
  return { days }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
