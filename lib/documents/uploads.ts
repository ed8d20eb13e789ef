import { seal, unseal } from '@/lib/vault/cipher'
import { installationKey } from '@/lib/vault/keys'

const key = () => installationKey('uploads')

/** Uploads wait for their request under the installation's key: there is no request yet whose key could seal them. */
export const sealUploadFile = (id: string, bytes: Buffer) => seal(key(), bytes, `upload:file:${id}`)
export const sealUploadName = (id: string, name: string) => seal(key(), name, `upload:name:${id}`)
export const openUploadFile = (id: string, sealed: Buffer) => unseal(key(), sealed, `upload:file:${id}`)
export const openUploadName = (id: string, sealed: Buffer) => unseal(key(), sealed, `upload:name:${id}`)
