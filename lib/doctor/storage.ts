import { randomBytes, randomUUID } from 'node:crypto'
import { stat, statfs } from 'node:fs/promises'
import { deleteFile, getFile, hasFile, listShelf, putFile } from '@/lib/storage/files'
import { codeOf, fault, type Finding, ok, warning } from './model'

const GB = 1024 ** 3
/** What waits to be filed may take 5 GB; below the lower mark files are about to be refused. */
const SCARCE_GB = 6
const FULL_GB = 1

const TODO = {
  folder: 'Let the user that web and worker run as write to DATA_DIR (chown), or choose another folder',
  bucket:
    'Mend STORAGE_URL, and let its key put, get, list and delete in that bucket, and web and worker write to DATA_DIR',
}

/** Writes a file as requests' files are written, reads it, and deletes it again. */
export async function examineStorage(place: keyof typeof TODO): Promise<Finding> {
  const id = randomUUID()
  const bytes = randomBytes(1024)
  let doing = 'written'
  try {
    await putFile(id, one(bytes))
    doing = 'read'
    if (!bytes.equals(await getFile(id))) throw Object.assign(new Error(), { code: 'other bytes than were written' })
    doing = 'deleted'
    await deleteFile(id)
    if (await hasFile(id)) throw Object.assign(new Error(), { code: 'it is still there' })
    doing = 'listed'
    await listShelf(id.slice(0, 2))
    return ok('Files', `one was written, read and deleted in the ${place}`)
  } catch (error) {
    await deleteFile(id).catch(() => undefined)
    return fault('Files', `one could not be ${doing} in the ${place} (${codeOf(error)})`, TODO[place])
  }
}

async function* one(bytes: Buffer) {
  yield bytes
}

/** Who may look into the folder, and how much room its disk has. */
export async function examineFolder(dir: string): Promise<Finding[]> {
  try {
    const { mode } = await stat(dir)
    const { bavail, bsize } = await statfs(dir)
    return [...(mode & 0o007 ? [openFolder(dir)] : []), room(dir, (bavail * bsize) / GB)]
  } catch (error) {
    const todo = 'Make the folder, owned by the user that web and worker run as'
    return [fault('Disk', `${dir} cannot be looked at (${codeOf(error)})`, todo)]
  }
}

const openFolder = (dir: string) =>
  warning('Folder', `every user of this machine may look into ${dir}`, `chmod o-rwx ${dir}`)

/** Exported for its test: no test fills a disk of this size. */
export function room(dir: string, gigabytes: number): Finding {
  const what = `${gigabytes.toFixed(1)} GB are free for ${dir}`
  const todo = 'Give the disk more room: up to 5 GB wait to be filed, and what is filed is kept'
  if (gigabytes < FULL_GB) return fault('Disk', what, todo)
  return gigabytes < SCARCE_GB ? warning('Disk', what, todo) : ok('Disk', what)
}
