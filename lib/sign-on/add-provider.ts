import { randomUUID } from 'node:crypto'
import { provider } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand, execute, fieldIssues, type Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { getEnv, isLoopbackUrl } from '@/lib/env'
import { errorFields, log } from '@/lib/log'
import { atMost, requiredLine } from '@/lib/text/fields'
import { z } from 'zod/mini'
import { discover } from './conversation'
import { canSetSignOn } from './permissions'
import { forgetProviders, sealClientSecret } from './providers'

/** `https`; on the machine of a portal that is tried out, `http` too. */
const isTrusted = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, search, hash, username } = new URL(address)
  const isTrial = protocol === 'http:' && isLoopbackUrl(address) && isLoopbackUrl(getEnv().PORTAL_URL)
  return (protocol === 'https:' || isTrial) && search === '' && hash === '' && username === ''
}

const input = z.object({
  label: requiredLine(60),
  issuer: requiredLine(500).check(z.refine(isTrusted, 'badIssuer')),
  clientId: requiredLine(200),
  clientSecret: z._default(z.string().check(z.trim(), atMost(500)), ''),
})

/**
 * Lets a provider say who the clinic's people are. It is asked what it publishes before that: an address with a slip is told at
 * its field, outside of any transaction.
 */
export async function addProvider(ctx: Context<StaffActor>, rawInput: unknown): Promise<Result<undefined, 'there'>> {
  const parsed = z.safeParse(input, rawInput)
  if (!parsed.success) return { ok: false, reason: 'invalid', fields: fieldIssues(parsed.error) }
  if (!canSetSignOn(ctx.actor)) return { ok: false, reason: 'not-allowed' }
  const { issuer, clientId, clientSecret } = parsed.data
  try {
    await discover({ issuer, clientId, secret: clientSecret || undefined })
  } catch (error) {
    log('sign-on.undiscovered', errorFields(error))
    return { ok: false, reason: 'invalid', fields: { issuer: ['issuerSilent'] } }
  }
  const added = await execute(storeProvider, ctx, parsed.data)
  forgetProviders()
  return added
}

const storeProvider = defineCommand({
  needsRecentProof: true,
  input,
  load: () => Promise.resolve(undefined),
  allow: canSetSignOn,
  run: async (tx, { actor: { operatorId }, now }: Context<StaffActor>, _target, { clientSecret, ...facts }) => {
    const id = randomUUID()
    const sealed = clientSecret ? sealClientSecret(id, clientSecret) : null
    const row = { id, operatorId, ...facts, clientSecret: sealed, createdAt: now }
    const made = await tx.insert(provider).values(row).onConflictDoNothing().returning({ id: provider.id })
    if (made.length === 0) return { ok: false, reason: 'there' }
    return { ok: true, value: undefined, audit: [{ action: 'settings.provider-added', data: { providerId: id } }] }
  },
})
