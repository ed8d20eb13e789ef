'use server'

import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { changeContact } from '@/lib/requests/change-contact'

export const setContact = staffAction((ctx, input) => execute(changeContact, ctx, input))
