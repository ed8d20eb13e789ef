'use server'

import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { extendDeadline } from '@/lib/requests/extend-deadline'
import { recordStartEvent } from '@/lib/requests/record-start-event'

export const extend = staffAction((ctx, input) => execute(extendDeadline, ctx, input))

/** The proof came, or the decision was made: the clocks counted from it begin on that day. */
export const recordStart = staffAction((ctx, input) => execute(recordStartEvent, ctx, input))
