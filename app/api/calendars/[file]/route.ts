import { findSignedIn, installationStaffContext } from '@/app/_server/context'
import { formatCalendarCsv } from '@/lib/calendar/csv'
import { formatICalendar } from '@/lib/calendar/icalendar'
import { getStoredYear } from '@/lib/calendar/stored-year'

interface Params {
  params: Promise<{ file: string }>
}

/** A year of the production calendar: 2026.csv or 2026.ics, each of which the calendar's page reads again. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const [, year, format] = /^(20\d\d)\.(csv|ics)$/.exec((await params).file) ?? []
  if (!year || !(await findSignedIn())) return new Response(null, { status: 404 })
  const ctx = await installationStaffContext()
  const { days, storedAt } = await getStoredYear(ctx, Number(year))
  if (!storedAt) return new Response(null, { status: 404 })
  // The mark of UTF-8, for spreadsheets.
  const body = format === 'csv' ? `\uFEFF${formatCalendarCsv(days)}` : formatICalendar(days, ctx.now)
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="production-calendar-${year}.${format}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
