'use server'

import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { changeIntake } from '@/lib/operators/change-intake'

export const setIntake = staffAction((ctx, input) => execute(changeIntake, ctx, input))
