import type { SystemActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'
import { dropOldGuards } from './sign-in-guard'

/** Takes away what was counted of wrong passwords and counts no more: a stranger can make up any number of addresses. */
export const forgetGuards = defineCommand({
  input: z.object({}),
  load: (tx, ctx: Context<SystemActor>) => dropOldGuards(tx, ctx.now),
  allow: () => true,
  run: async (_tx, _ctx, rows) => {
    if (rows === 0) return { ok: false, reason: 'nothing-old' }
    return { ok: true, value: undefined, audit: [{ action: 'session.guards-forgotten', data: { rows } }] }
  },
})
