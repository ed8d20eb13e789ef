'use server'

import { ownAction } from '@/app/_server/action'
import { isFlood } from '@/app/_server/rate-limit'
import { execute } from '@/lib/core/command'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
  type SecondFactorAnswer,
} from '@/lib/people/second-factor'

const commands = { confirm: confirmSecondFactor, renew: renewRecoveryCodes, end: endSecondFactor }

/**
 * One form, one button for each act: what is told once, the codes for a lost phone, stays on the page that has just changed
 * around it, also without scripts.
 */
export const changeSecondFactor = ownAction<SecondFactorAnswer, 'flood' | 'on-already'>(async (ctx, { act, code }) => {
  if (await isFlood('sign-in')) return { ok: false, reason: 'flood' }
  if (act === 'begin') return execute(beginSecondFactor, ctx, {})
  const command = typeof act === 'string' && Object.hasOwn(commands, act) && commands[act as keyof typeof commands]
  return command ? execute(command, ctx, { code }) : { ok: false, reason: 'not-allowed' }
})
