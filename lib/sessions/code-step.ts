import { and, eq, gt } from 'drizzle-orm'
import { oneTimeCode } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { z } from 'zod/mini'
import { CODE_TRIES } from './code-model'

/** Where an asking for a code stands. It says nothing of whether there is such a request. */
export interface CodeStep {
  codeId: string
  expiresAt: Date
  triesLeft: number
}

/** Undefined for one that is used, too old, or was never asked for here. */
export async function findCodeStep(ctx: Context<PublicActor>, codeId: string): Promise<CodeStep | undefined> {
  if (!z.safeParse(z.uuid(), codeId).success) return undefined
  return asActor(ctx.actor, async (tx) => {
    const [row] = await tx
      .select({ tries: oneTimeCode.tries, expiresAt: oneTimeCode.expiresAt, usedAt: oneTimeCode.usedAt })
      .from(oneTimeCode)
      .where(and(eq(oneTimeCode.id, codeId), gt(oneTimeCode.expiresAt, ctx.now)))
    if (!row || row.usedAt) return undefined
    return { codeId, expiresAt: row.expiresAt, triesLeft: Math.max(0, CODE_TRIES - row.tries) }
  })
}
