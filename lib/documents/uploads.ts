import { seal, unseal } from '@/lib/vault/cipher'
import { installationKey } from '@/lib/vault/keys'

const key = () => installationKey('uploads')

/** Uploads wait for their request under the installation's key: there is no request yet whose key could seal them. */
export const sealUploadKey = (id: string, fileKey: Buffer) => seal(key(), fileKey, `upload:key:${id}`)
export const sealUploadName = (id: string, name: string) => seal(key(), name, `upload:name:${id}`)
export const openUploadKey = (id: string, sealed: Buffer) => unseal(key(), sealed, `upload:key:${id}`)
export const openUploadName = (id: string, sealed: Buffer) => unseal(key(), sealed, `upload:name:${id}`)
