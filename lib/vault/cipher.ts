import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/** The first byte of what is sealed, and the length of what makes each sealing another. */
export const VERSION = 1
export const NONCE = 12
const TAG = 16

/**
 * AES-256-GCM. Layout: version (1 byte), nonce (12), ciphertext, tag (16).
 * @param key 32 bytes
 * @param place the row and column ("request:personal:<id>"): sealed bytes moved elsewhere do not open
 */
export function seal(key: KeyObject, plain: Buffer | string, place: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()])
}

/** The inverse of `seal`. Throws when the key, the place or one bit is wrong. */
export function unseal(key: KeyObject, sealed: Buffer, place: string): Buffer {
  if (sealed[0] !== VERSION) throw new Error('Sealed with an unknown version')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE)).setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(-TAG))
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, -TAG)), decipher.final()])
}
