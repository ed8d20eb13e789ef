import { closeDatabase } from '@/lib/core/database'
import { stopBoss } from '@/lib/jobs/boss'
import { eraseListed } from '@/lib/retention/erase-again'

/** What was erased since the backup that this database was restored from goes again, before anybody can open it. */
export async function eraseAfterRestore(): Promise<void> {
  try {
    const requests = await eraseListed(new Date())
    if (requests > 0) console.log(`Erased again after a restore: ${requests} requests`)
  } finally {
    await stopBoss()
    await closeDatabase()
  }
}
