'use server'

import { redirect } from 'next/navigation'
import { installationStaffQuery } from '@/app/_server/action'
import { forgetCalendar } from '@/lib/calendar/queries'
import { paths } from '@/lib/core/links'
import { type CalendarDraft, draftCalendar } from '@/lib/requests/draft-calendar'

/** One step of the draft; once it is applied, the year is shown as it is stored. */
export const stepDraft = installationStaffQuery<CalendarDraft, never>(async (ctx, input, { locale, file }) => {
  const result = await draftCalendar(ctx, input, file)
  if (!result.ok) return { ok: false, reason: 'invalid', fields: {} }
  if ('draft' in result) return { ok: true, value: result.draft }
  // The command has forgotten it too, but before it was committed: what was read in between is old.
  forgetCalendar()
  redirect(`${paths.calendars(locale)}?year=${Number(input['year'])}&moved=${result.moved}`)
})
