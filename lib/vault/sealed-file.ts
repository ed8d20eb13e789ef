import { createCipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { NONCE, unseal, VERSION } from './cipher'

/** A key of one file alone, 32 bytes: it is sealed with whatever the file belongs to, and the file stays as it is. */
export const newFileKey = (): Buffer => randomBytes(32)

const place = (id: string) => `file:${id}`
const keyOf = (bytes: Buffer): KeyObject => createSecretKey(bytes)

/** What `seal` makes, while the file comes: no more of it is held than one piece. */
export async function* sealFile(key: Buffer, id: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), nonce).setAAD(Buffer.from(place(id)))
  yield Buffer.concat([Buffer.of(VERSION), nonce])
  for await (const piece of pieces) yield cipher.update(piece)
  yield Buffer.concat([cipher.final(), cipher.getAuthTag()])
}

/** Throws when the key, the id or one bit is wrong. */
export const openFile = (key: Buffer, id: string, sealed: Buffer): Buffer => unseal(keyOf(key), sealed, place(id))
