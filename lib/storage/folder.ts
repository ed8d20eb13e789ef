import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FileStore, isFileId, isNoRoomHere, placeOf, type StoredFile } from './model'

const PART = '.part'

/** Files in a folder of this machine; what is stored is synced and renamed into place before `put` returns. */
export function folderStore(dir: string): FileStore {
  const pathOf = (id: string) => join(dir, placeOf(id))
  const shelfPath = (shelf: string) => join(dir, 'files', shelf)
  return {
    async put(id, sealed) {
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
    },
    get: (id) => readFile(pathOf(id)),
    has: (id) =>
      stat(pathOf(id)).then(
        () => true,
        () => false,
      ),
    delete: (id) => rm(pathOf(id), { force: true }),
    deletePart: (id) => rm(pathOf(id) + PART, { force: true }),
    async list(shelf) {
      const names = await readdir(shelfPath(shelf)).catch(() => [])
      const found = names.map(async (name): Promise<StoredFile[]> => {
        const id = name.replace(PART, '')
        const facts = isFileId(id) && (await stat(join(shelfPath(shelf), name)).catch(() => undefined))
        return facts ? [{ id, isPart: name.endsWith(PART), writtenAt: facts.mtime }] : []
      })
      return (await Promise.all(found)).flat()
    },
    isFull: isNoRoomHere,
  }
}
