import { loadCalendars } from '@/db/load-calendars'
import { migrate } from '@/db/migrate'
import { loadDemo } from './demo'
import { eraseAfterRestore } from './erasures'
import { completeTermsOfAll } from './missing-terms'
import { requireEnv, runCommand, StartFault } from './terminal'

runCommand(async () => {
  const env = requireEnv()
  const ownerUrl = env.DATABASE_OWNER_URL
  if (!ownerUrl) throw new StartFault('DATABASE_OWNER_URL is missing: migrations run as the owner of the tables')
  await migrate({ ownerUrl, appPassword: decodeURIComponent(new URL(env.DATABASE_URL).password) || undefined })
  await loadCalendars(ownerUrl)
  await completeTermsOfAll()
  await eraseAfterRestore()
  if (env.DEMO === '1') await loadDemo()
})
