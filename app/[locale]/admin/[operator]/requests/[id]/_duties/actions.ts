'use server'

import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { fulfilDuty } from '@/lib/requests/fulfil-duty'
import { undoDuty } from '@/lib/requests/undo-duty'

/** A duty with a clock of its own is done, before the answer or after it: data blocked, mailings stopped. */
export const fulfil = staffAction((ctx, input) => execute(fulfilDuty, ctx, input))

/** It was recorded by a slip. */
export const undo = staffAction((ctx, input) => execute(undoDuty, ctx, input))
