import { asc, eq } from 'drizzle-orm'
import { inScope } from '@/db/client'
import { provider } from '@/db/schema'
import { INSTALLATION, type StaffActor } from '@/lib/core/actor'
import { cached } from '@/lib/core/cached'
import type { Context } from '@/lib/core/context'
import { asActor, getReferenceDatabase } from '@/lib/core/database'
import { NotFoundError } from '@/lib/core/errors'
import { seal, unseal } from '@/lib/vault/cipher'
import { installationKey } from '@/lib/vault/keys'
import { canSetSignOn } from './permissions'

export type Provider = typeof provider.$inferSelect

const providers = cached('providers', (): Promise<Provider[]> =>
  inScope(getReferenceDatabase(), { operatorId: INSTALLATION }, (tx) =>
    tx.select().from(provider).orderBy(asc(provider.label), asc(provider.id)),
  ),
)

/** Those of all clinics, as they were within the last ten seconds: they stand on the sign-in page, so that no actor is asked. */
export const listProviders = (): Promise<Provider[]> => providers.get()

export const forgetProviders = (): void => providers.forget()

export const findProvider = async (id: string): Promise<Provider | undefined> =>
  (await listProviders()).find((row) => row.id === id)

/** Those of the clinic, as they are stored now, for whoever may change them. Throws `NotFoundError`. */
export async function listOwnProviders({ actor }: Context<StaffActor>): Promise<Provider[]> {
  if (!canSetSignOn(actor)) throw new NotFoundError('providers')
  return asActor(actor, (tx) =>
    tx.select().from(provider).where(eq(provider.operatorId, actor.operatorId)).orderBy(asc(provider.label)),
  )
}

const key = () => installationKey('provider')
const place = (id: string) => `provider:client_secret:${id}`

export const sealClientSecret = (id: string, secret: string): Buffer => seal(key(), Buffer.from(secret), place(id))

/** Undefined where the provider gave none. */
export const openClientSecret = ({ id, clientSecret }: Provider): string | undefined =>
  clientSecret ? unseal(key(), clientSecret, place(id)).toString() : undefined
