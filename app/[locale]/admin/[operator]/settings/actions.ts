'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { changeTermRule } from '@/lib/operators/change-term-rule'
import { changeReminderPreference } from '@/lib/reminders/change-preference'
import { changeReminderSettings } from '@/lib/reminders/change-settings'

export const saveSettings = staffAction((ctx, input) => execute(changeReminderSettings, ctx, input))

export const savePreference = staffAction((ctx, input) => execute(changeReminderPreference, ctx, input))

/** Leads back to the table of terms, where the new version stands. */
export const saveTerm = staffAction(async (ctx, input, { locale, operator }) => {
  const result = await execute(changeTermRule, ctx, input)
  if (result.ok) redirect(`${paths.settings(locale, operator.slug)}?term=${result.value.ruleId}#terms`)
  return result
})
