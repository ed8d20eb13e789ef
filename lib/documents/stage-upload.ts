import { randomUUID } from 'node:crypto'
import { Turns } from '@/lib/limits/turns'
import { deleteFile, getFile, isNoRoom, putFile } from '@/lib/storage/files'
import { newFileKey, openFile, sealFile } from '@/lib/vault/sealed-file'
import { fileNameOf, type FileRefusal, kindOf } from './kinds'
import { fileLimits } from './limits'

/** A file that lies sealed in the storage, and that no row knows of yet. */
export interface StagedUpload {
  id: string
  /** Of this file alone: 32 bytes. */
  key: Buffer
  name: string
  mediaType: string
  size: number
}

export type StageRefusal = FileRefusal | 'file-empty' | 'file-too-large' | 'no-room'

// To tell its kind a file is looked at whole: so many are in memory at once.
const looks = new Turns(3, 3)

/**
 * Takes a file in as it comes, and looks at what it is. What is refused is gone again; the rest of a file that is too
 * large is not read. What throws, as the pieces do when their sender is gone, leaves nothing either.
 */
export async function stageUpload(
  given: string,
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<{ ok: true; staged: StagedUpload } | { ok: false; reason: StageRefusal }> {
  const id = randomUUID()
  const key = newFileKey()
  let size = 0
  async function* counted() {
    for await (const piece of pieces) {
      size += piece.length
      if (size > fileLimits.bytes) throw new Error('Too large')
      yield piece
    }
  }
  try {
    await putFile(id, sealFile(key, id, counted()))
  } catch (error) {
    if (size > fileLimits.bytes) return { ok: false, reason: 'file-too-large' }
    if (await isNoRoom(error)) return { ok: false, reason: 'no-room' }
    throw error
  }
  const kind = size > 0 ? await kindOfStored(id, key).catch((error: unknown) => unstage(id, error)) : undefined
  if (kind && 'mediaType' in kind) {
    const { mediaType } = kind
    return { ok: true, staged: { id, key, name: fileNameOf(given, mediaType), mediaType, size } }
  }
  await deleteFile(id)
  return { ok: false, reason: kind ? kind.refused : 'file-empty' }
}

async function kindOfStored(id: string, key: Buffer) {
  const leave = await looks.take('all', new AbortController().signal)
  try {
    return await kindOf(openFile(key, id, await getFile(id)))
  } finally {
    leave()
  }
}

async function unstage(id: string, error: unknown): Promise<never> {
  await deleteFile(id)
  throw error
}
