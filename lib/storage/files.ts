import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { getEnv } from '@/lib/env'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function pathOf(id: string): string {
  if (!UUID.test(id)) throw new Error('Not an id of a file')
  return join(getEnv().DATA_DIR, 'files', id.slice(0, 2), id)
}

/** Stores sealed bytes, whole or not at all: synced and renamed into place before it returns. */
export async function putFile(id: string, sealed: Buffer): Promise<void> {
  const path = pathOf(id)
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(`${path}.part`, 'w', 0o600)
  try {
    await handle.writeFile(sealed)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${path}.part`, path)
}

/** The sealed bytes. Throws ENOENT. */
export function getFile(id: string): Promise<Buffer> {
  return readFile(pathOf(id))
}

export function deleteFile(id: string): Promise<void> {
  return rm(pathOf(id), { force: true })
}
