'use server'

import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { assignRequest } from '@/lib/requests/assign-request'
import { giveBackRequest } from '@/lib/requests/give-back-request'
import { takeRequest } from '@/lib/requests/take-request'

export const take = staffAction((ctx, input) => execute(takeRequest, ctx, input))

/** Back into the queue: nobody is in charge any more. */
export const giveBack = staffAction((ctx, input) => execute(giveBackRequest, ctx, input))

export const assign = staffAction((ctx, input) => execute(assignRequest, ctx, input))
