export interface StoredFile {
  id: string
  /** One that is still written, or never will be whole. */
  isPart: boolean
  writtenAt: Date
}

/** Where sealed files lie. What fails otherwise than said here throws: a storage that is away has lost nothing. */
export interface FileStore {
  /** Stores bytes as they come, whole or not at all. What throws leaves nothing behind. */
  put(id: string, sealed: AsyncIterable<Buffer>): Promise<void>
  /** Throws where there is none. */
  get(id: string): Promise<Buffer>
  has(id: string): Promise<boolean>
  /** Also where there is none. */
  delete(id: string): Promise<void>
  /** What lies on a shelf. Whatever goes meanwhile is left out. */
  list(shelf: string): Promise<StoredFile[]>
  deletePart(id: string): Promise<void>
  /** Whether a file could not be written because there is no room for it. */
  isFull(error: unknown): boolean
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const isFileId = (text: string): boolean => UUID.test(text)

/** A file's place on its shelf, the first two digits of its id. */
export function placeOf(id: string): string {
  if (!isFileId(id)) throw new Error('Not an id of a file')
  return `files/${id.slice(0, 2)}/${id}`
}

/** A full disk, a quota, a limit of the process. */
export const isNoRoomHere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code))
