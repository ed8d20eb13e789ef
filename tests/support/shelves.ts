import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'

const HOUR = 3_600_000

/** What lies in a storage, seen and changed from outside of the product. */
export interface Shelves {
  /** The ids of the files that are there, parts with their ending. */
  list(): Promise<string[]>
  /** Lets a file be so many hours old. */
  age(id: string, hours: number): Promise<void>
  /** What killed processes left that wrote files, so many hours ago each; none where that cannot happen. */
  leaveParts(hours: number[]): Promise<string[]>
}

/** Those of a folder, which a server may keep under names with an ending of its own. */
export function folderShelves(dir: () => string, { ending = '', parts = true } = {}): Shelves {
  const pathOf = (name: string) => join(dir(), 'files', name.slice(0, 2), name + ending)
  const age = async (name: string, hours: number) => {
    const at = new Date(Date.now() - hours * HOUR)
    utimesSync(pathOf(name), at, at)
  }
  return {
    age,
    list: async () =>
      readdirSync(join(dir(), 'files'), { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map(({ name }) => name.slice(0, name.length - ending.length)),
    leaveParts: (hours) =>
      Promise.all(
        (parts ? hours : []).map(async (each) => {
          const name = `${randomUUID()}.part`
          mkdirSync(dirname(pathOf(name)), { recursive: true })
          writeFileSync(pathOf(name), 'sealed')
          await age(name, each)
          return name
        }),
      ),
  }
}
