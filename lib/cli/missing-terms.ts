import { closeDatabase } from '@/lib/core/database'
import { stopBoss } from '@/lib/jobs/boss'
import { completeClinics } from '@/lib/operators/complete-terms'

/** Every clinic has the terms of every kind that this version knows, before anybody can file a request. */
export async function completeTermsOfAll(): Promise<void> {
  try {
    await completeClinics(new Date())
  } finally {
    await stopBoss()
    await closeDatabase()
  }
}
