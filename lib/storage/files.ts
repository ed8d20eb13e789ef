import { join } from 'node:path'
import { processWide } from '@/lib/core/process-wide'
import { getEnv } from '@/lib/env'
import { folderStore } from './folder'
import type { FileStore, StoredFile } from './model'

/** The places that files lie in, by the first two digits of their ids: '00' to 'ff'. */
export const shelves = Array.from({ length: 256 }, (_, number) => number.toString(16).padStart(2, '0'))

/** The client of S3 is large: it is loaded where there is a bucket, and nowhere else. */
async function openStore(): Promise<FileStore> {
  const { STORAGE_URL, DATA_DIR } = getEnv()
  if (STORAGE_URL === undefined) return folderStore(DATA_DIR)
  const { bucketStore } = await import('./bucket')
  return bucketStore(STORAGE_URL, join(DATA_DIR, 'spool'))
}

const store = () => processWide('files', openStore)

/** Stores sealed bytes as they come, whole or not at all. What throws leaves nothing behind. */
export const putFile = async (id: string, sealed: AsyncIterable<Buffer>): Promise<void> =>
  (await store()).put(id, sealed)

/** The sealed bytes. Throws where there are none. */
export const getFile = async (id: string): Promise<Buffer> => (await store()).get(id)

export const hasFile = async (id: string): Promise<boolean> => (await store()).has(id)

export const deleteFile = async (id: string): Promise<void> => (await store()).delete(id)

/** What lies on a shelf. Whatever goes meanwhile is left out. */
export const listShelf = async (shelf: string): Promise<StoredFile[]> => (await store()).list(shelf)

export const deletePart = async (id: string): Promise<void> => (await store()).deletePart(id)

/** Whether a file could not be written because there is no room for it. */
export const isNoRoom = async (error: unknown): Promise<boolean> => (await store()).isFull(error)
