import { hasLocale } from 'next-intl'
import type { NextRequest } from 'next/server'
import { locales } from '@/db/enums'
import { findSignedIn, installationStaffContext } from '@/app/_server/context'
import { formatCalendarCsv } from '@/lib/calendar/csv'
import { formatICalendar } from '@/lib/calendar/icalendar'
import { getStoredYear } from '@/lib/calendar/stored-year'

interface Params {
  params: Promise<{ file: string }>
}

/** A year of the production calendar: 2026.csv for spreadsheets of `?locale=`, or 2026.ics; the calendar's page reads both. */
export async function GET(request: NextRequest, { params }: Params): Promise<Response> {
  const [, year, format] = /^(20\d\d)\.(csv|ics)$/.exec((await params).file) ?? []
  if (!year || !(await findSignedIn())) return new Response(null, { status: 404 })
  const ctx = await installationStaffContext()
  const { days, storedAt } = await getStoredYear(ctx, Number(year))
  if (!storedAt) return new Response(null, { status: 404 })
  const asked = request.nextUrl.searchParams.get('locale')
  const locale = hasLocale(locales, asked) ? asked : 'ru'
  const body = format === 'csv' ? formatCalendarCsv(days, locale) : formatICalendar(days, ctx.now)
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="production-calendar-${year}.${format}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
