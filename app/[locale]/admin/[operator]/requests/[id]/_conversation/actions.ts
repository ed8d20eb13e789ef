'use server'

import { staffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { askQuestion } from '@/lib/correspondence/ask-question'

export const ask = staffAction((ctx, input) => execute(askQuestion, ctx, input))
