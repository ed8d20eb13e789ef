'use server'

import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { changeReminderPreference } from '@/lib/reminders/change-preference'
import { changeReminderSettings } from '@/lib/reminders/change-settings'

export const saveSettings = staffAction((ctx, input) => execute(changeReminderSettings, ctx, input))

export const savePreference = staffAction((ctx, input) => execute(changeReminderPreference, ctx, input))
