import { staffMembership } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { ownsAccount } from '@/lib/sign-on/permissions'
import { z } from 'zod/mini'
import { takeOffer } from './offers'

/** Whoever is signed in answers what the clinic of the context has offered them: from then on they work there, or not. */
export const answerOffer = defineCommand({
  input: z.object({ answer: z.enum(['accept', 'decline']) }),
  load: (tx, { actor }: Context<StaffActor>) => takeOffer(tx, actor.operatorId, actor.staffId),
  // Their own offer is all that was looked for.
  allow: ownsAccount,
  run: async (tx, { actor, now }, offered, { answer }): Promise<Success<undefined> | Refusal<'offer-over'>> => {
    if (!offered || offered.expiresAt <= now) return { ok: false, reason: 'offer-over' }
    const { operatorId, staffId } = actor
    const { role } = offered
    if (answer === 'accept') await tx.insert(staffMembership).values({ staffId, operatorId, role })
    const action = answer === 'accept' ? 'staff.offer-accepted' : 'staff.offer-declined'
    return { ok: true, value: undefined, audit: [{ action, data: { staffId, role } }] }
  },
})
