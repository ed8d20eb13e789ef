import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { commandOf } from '@/db/embedded'
import { StartFault } from './terminal'

interface Holder {
  pid: number
  /** A pid may be given to another program after a restart; its command line tells them apart. */
  command: string
}

/** The live process that holds the lock, if any. */
export function lockHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder
    return commandOf(holder.pid) === holder.command ? holder : undefined
  } catch {
    return undefined
  }
}

/** Takes the lock, or throws a `StartFault` that names who has it. Returns what gives it back. */
export function takeLock(file: string): () => void {
  const holder = lockHolder(file)
  if (holder && holder.pid !== process.pid) {
    throw new StartFault(`The portal already runs from this folder (process ${holder.pid}). Stop it first.`)
  }
  rmSync(file, { force: true })
  const self: Holder = { pid: process.pid, command: commandOf(process.pid) ?? '' }
  writeFileSync(file, JSON.stringify(self), { flag: 'wx' })
  return () => rmSync(file, { force: true })
}
