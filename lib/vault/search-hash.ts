import { createHmac } from 'node:crypto'
import { emailKey } from '@/lib/text/email'
import { phoneKey } from '@/lib/text/phone'
import { installationKey } from './keys'

const normalisers = {
  email: emailKey,
  phone: phoneKey,
  /** A key of `lib/text/name-keys`: the same for all spellings already. */
  name: (key: string) => key,
}

export type SearchField = keyof typeof normalisers

/** A keyed hash (HMAC-SHA-256) for exact search; per operator, so that equal people of two clinics look different. */
export function searchHash(field: SearchField, operatorId: string, value: string): Buffer {
  const normal = normalisers[field](value)
  return createHmac('sha256', installationKey('search')).update(`${field}\0${operatorId}\0${normal}`).digest()
}
