import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lockHolder, takeLock } from '@/lib/cli/lock'
import { ROOT } from '@/lib/cli/paths'

const TMP = join(ROOT, '.tmp')
const LOCK = 'test-run.lock'

/** A folder of one test run under `.tmp`, gone with `remove`; those of runs that were killed go at the next one. */
export function openWorkspace(name: string): { dir: string; remove(): void } {
  mkdirSync(TMP, { recursive: true })
  for (const entry of readdirSync(TMP)) {
    const lock = join(TMP, entry, LOCK)
    if (existsSync(lock) && !lockHolder(lock)) rmSync(join(TMP, entry), { recursive: true, force: true })
  }
  const dir = mkdtempSync(join(TMP, `${name}-`))
  chmodSync(dir, 0o755) // root runs PostgreSQL as another user
  takeLock(join(dir, LOCK))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }) }
}
