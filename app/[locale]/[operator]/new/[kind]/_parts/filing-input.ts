import type { FormObject } from '@/app/_server/form-object'
import type { CalendarDate } from '@/lib/core/calendar-date'
import { fileRequestSchemaOn, formOf } from '@/lib/requests/schemas'
import { z } from 'zod/mini'

/** The field that tells a form which was opened by its key. */
export const TICKET = 'savedForm'

/**
 * What the form holds, as the schema wants it: without the parts that the person's choices have hidden, so that what was
 * typed there before a change of mind is neither checked nor sent. The same in the browser and on the server.
 */
export function filingInput(form: FormObject): FormObject {
  const { requesterType, scope } = form
  const asks = formOf(form)
  const { representative, authority, ground, mailingChannels, correction, ...rest } = form
  return {
    ...rest,
    ...(requesterType === 'representative' && { representative: representative ?? {} }),
    ...(requesterType === 'authority' && { authority: authority ?? {} }),
    ...(asks?.grounds && ground !== undefined && { ground }),
    ...(scope === 'mailing' && mailingChannels !== undefined && { mailingChannels }),
    ...(asks?.hasCorrection && {
      correction: { wrong: '', right: '', ...(typeof correction === 'object' && correction) },
    }),
    // Groups of which nothing was typed are absent; their own fields are what is missing.
    subject: rest.subject ?? {},
    contact: rest.contact ?? {},
    signature: rest.signature ?? {},
  }
}

/** What is missing or wrong, by path of the field, as keys of the `errors` messages. Empty where it may be filed. */
export function filingIssues(input: FormObject, today: CalendarDate): Record<string, string[]> {
  const parsed = z.safeParse(fileRequestSchemaOn(today), input)
  const fields: Record<string, string[]> = {}
  for (const issue of parsed.error?.issues ?? []) (fields[issue.path.join('.')] ??= []).push(issue.message)
  return fields
}
