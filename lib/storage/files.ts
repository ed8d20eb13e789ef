import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { getEnv } from '@/lib/env'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const PART = '.part'

/** The folders that files lie in, by the first two digits of their ids: '00' to 'ff'. */
export const shelves = Array.from({ length: 256 }, (_, number) => number.toString(16).padStart(2, '0'))

const shelfPath = (shelf: string) => join(getEnv().DATA_DIR, 'files', shelf)

function pathOf(id: string): string {
  if (!UUID.test(id)) throw new Error('Not an id of a file')
  return join(shelfPath(id.slice(0, 2)), id)
}

/**
 * Stores sealed bytes as they come, whole or not at all: synced and renamed into place before it returns. What throws
 * leaves nothing behind.
 */
export async function putFile(id: string, sealed: AsyncIterable<Buffer>): Promise<void> {
  const path = pathOf(id)
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path + PART, 'w', 0o600)
  try {
    try {
      for await (const piece of sealed) await handle.writeFile(piece)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(path + PART, path)
  } catch (error) {
    await rm(path + PART, { force: true })
    throw error
  }
}

/** Whether a file could not be written because there is no room for it: a full disk, a quota, a limit of the process. */
export const isNoRoom = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code))

/** The sealed bytes. Throws ENOENT. */
export function getFile(id: string): Promise<Buffer> {
  return readFile(pathOf(id))
}

export function hasFile(id: string): Promise<boolean> {
  return stat(pathOf(id)).then(
    () => true,
    () => false,
  )
}

export function deleteFile(id: string): Promise<void> {
  return rm(pathOf(id), { force: true })
}

export interface StoredFile {
  id: string
  /** One that is still written, or never will be whole. */
  isPart: boolean
  writtenAt: Date
}

/** What lies on a shelf. Whatever goes meanwhile is left out. */
export async function listShelf(shelf: string): Promise<StoredFile[]> {
  const names = await readdir(shelfPath(shelf)).catch(() => [])
  const found = names.map(async (name): Promise<StoredFile[]> => {
    const id = name.replace(PART, '')
    const facts = UUID.test(id) && (await stat(join(shelfPath(shelf), name)).catch(() => undefined))
    return facts ? [{ id, isPart: name.endsWith(PART), writtenAt: facts.mtime }] : []
  })
  return (await Promise.all(found)).flat()
}

export function deletePart(id: string): Promise<void> {
  return rm(pathOf(id) + PART, { force: true })
}
