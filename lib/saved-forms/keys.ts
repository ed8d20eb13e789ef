import { createHmac, createSecretKey, type KeyObject, randomInt } from 'node:crypto'
import type { savedForm } from '@/db/schema'
import { KEY_DIGITS, readSavedKey } from '@/lib/text/saved-key'
import { seal, unseal } from '@/lib/vault/cipher'
import { installationKey } from '@/lib/vault/keys'
import type { SavedForm } from './model'

export const newKey = (): string => Array.from({ length: KEY_DIGITS }, () => randomInt(0, 10)).join('')

/**
 * What a person's key stands for at one clinic: the row that it finds, and the key that opens it. Both take the key and the
 * installation's together, and neither is stored: a dump and the installation's keys open nothing without the person.
 */
export function keysOf(operatorId: string, key: string): { id: Buffer; data: KeyObject } {
  const both = createHmac('sha256', installationKey('saved-forms')).update(`${operatorId}\0${key}`).digest()
  const derived = (what: string) => createHmac('sha256', both).update(what).digest()
  return { id: derived('id'), data: createSecretKey(derived('data')) }
}

const place = (id: Buffer) => `saved_form:form:${id.toString('hex')}`

type Contents = Pick<SavedForm, 'kind' | 'values'>

export function sealForm(operatorId: string, key: string, contents: Contents): { id: Buffer; form: Buffer } {
  const { id, data } = keysOf(operatorId, key)
  return { id, form: seal(data, JSON.stringify(contents), place(id)) }
}

export function openForm(key: string, row: typeof savedForm.$inferSelect): SavedForm {
  const { id, data } = keysOf(row.operatorId, key)
  return { key, expiresAt: row.expiresAt, ...(JSON.parse(unseal(data, row.form, place(id)).toString()) as Contents) }
}

const ticketPlace = (operatorId: string) => `saved-form-ticket:${operatorId}`
const ticketKey = () => installationKey('saved-form-tickets')

/** The key as a browser holds it while the form is open: nobody reads it there, and it opens nothing elsewhere. */
export const ticketOf = (operatorId: string, key: string): string =>
  seal(ticketKey(), key, ticketPlace(operatorId)).toString('base64url')

/** The key inside; undefined for what is no ticket of this clinic. */
export function readTicket(operatorId: string, ticket: string): string | undefined {
  try {
    return readSavedKey(unseal(ticketKey(), Buffer.from(ticket, 'base64url'), ticketPlace(operatorId)).toString())
  } catch {
    return undefined
  }
}
