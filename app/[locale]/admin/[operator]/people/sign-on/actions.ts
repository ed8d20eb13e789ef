'use server'

import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { addProvider } from '@/lib/sign-on/add-provider'
import { demandProvider } from '@/lib/sign-on/demand-provider'
import { removeProvider } from '@/lib/sign-on/remove-provider'

export const add = staffAction((ctx, input) => addProvider(ctx, input))
export const remove = staffAction((ctx, input) => execute(removeProvider, ctx, input))
export const demand = staffAction((ctx, input) => execute(demandProvider, ctx, input))
