import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { commandOf } from '@/db/embedded'
import { lockHolder, takeLock } from './lock'
import { StartFault } from './terminal'

const dir = mkdtempSync(join(tmpdir(), 'portal-lock-'))
const file = join(dir, 'lock')
afterAll(() => rmSync(dir, { recursive: true }))

const held = (pid: number, command = commandOf(pid)) => writeFileSync(file, JSON.stringify({ pid, command }))

it('is taken by one process, and given back', () => {
  const release = takeLock(file)
  expect(lockHolder(file)?.pid).toBe(process.pid)
  release()
  expect(lockHolder(file)).toBeUndefined()
})

it('is refused while another process that lives holds it', () => {
  held(process.ppid)
  expect(() => takeLock(file)).toThrow(StartFault)
})

it.each([
  ['whose holder is dead', () => held(2 ** 22 + 1, 'node')],
  ['whose pid belongs to another program by now', () => held(process.ppid, 'node --import tsx lib/cli/start.ts')],
  ['that a crash left half written', () => writeFileSync(file, '{"pid"')],
])('is taken over from a lock %s', (_name, leave) => {
  leave()
  takeLock(file)()
})
