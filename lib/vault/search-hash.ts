import { createHmac } from 'node:crypto'
import { installationKey } from './keys'

const normalisers = {
  email: (value: string) => value.trim().toLowerCase(),
  phone: (value: string) => value.replaceAll(/\D/g, '').replace(/^8(?=\d{10}$)/, '7'),
  surname: (value: string) => value.trim().toLowerCase().replaceAll('ё', 'е'),
}

export type SearchField = keyof typeof normalisers

/** A keyed hash (HMAC-SHA-256) for exact search; per operator, so that equal people of two clinics look different. */
export function searchHash(field: SearchField, operatorId: string, value: string): Buffer {
  const normal = normalisers[field](value)
  return createHmac('sha256', installationKey('search')).update(`${field}\0${operatorId}\0${normal}`).digest()
}
