import { hkdfSync } from 'node:crypto'
import { getEnv } from '@/lib/env'

const derived = new Map<string, Buffer>()

/** A key of the installation for one purpose, derived (RFC 5869) from MASTER_KEY. 32 bytes. */
export function installationKey(purpose: string): Buffer {
  let key = derived.get(purpose)
  if (!key) {
    const master = Buffer.from(getEnv().MASTER_KEY, 'base64')
    key = Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), purpose, 32))
    derived.set(purpose, key)
  }
  return key
}
