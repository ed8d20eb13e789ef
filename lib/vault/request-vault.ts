import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { requestKey } from '@/db/schema'
import { found } from '@/lib/core/errors'
import { seal, unseal } from './cipher'
import { installationKey } from './keys'

const WRAPPING = 'request-keys'
const keyPlace = (requestId: string) => `request_key:wrapped:${requestId}`

/**
 * The columns that are sealed with the data key of their request, as associated data names them. What belongs to no request
 * yet (uploads, codes, saved forms, secrets of accounts) is sealed under a key of the installation: see who asks `installationKey`.
 */
export type SealedColumn =
  | 'request:personal'
  | 'answer:letter'
  | 'message:text'
  | 'clock:note'
  | 'attachment:name'
  | 'attachment:key'
  | 'attachment:file'
  | 'mail:contents'
  | 'mail:raw'

/** Seals and opens what belongs to one request, with that request's own data key. */
export class RequestVault {
  constructor(private readonly key: KeyObject) {}

  seal(column: SealedColumn, rowId: string, plain: Buffer | string): Buffer {
    return seal(this.key, plain, `${column}:${rowId}`)
  }

  open(column: SealedColumn, rowId: string, sealed: Buffer): Buffer {
    return unseal(this.key, sealed, `${column}:${rowId}`)
  }
}

/** A fresh data key, and the wrapped form that `request_key` stores. */
export function newRequestVault(requestId: string): { vault: RequestVault; wrapped: Buffer } {
  const key = randomBytes(32)
  return {
    vault: new RequestVault(createSecretKey(key)),
    wrapped: seal(installationKey(WRAPPING), key, keyPlace(requestId)),
  }
}

/** The vault of a stored request. Throws `NotFoundError` once the key is deleted: the data are gone then. */
export async function getRequestVault(tx: Transaction, requestId: string): Promise<RequestVault> {
  const [row] = await tx.select().from(requestKey).where(eq(requestKey.requestId, requestId))
  return unwrapVault(requestId, found(row, 'request key').wrapped)
}

export function unwrapVault(requestId: string, wrapped: Buffer): RequestVault {
  return new RequestVault(createSecretKey(unseal(installationKey(WRAPPING), wrapped, keyPlace(requestId))))
}
