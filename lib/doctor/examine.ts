import type { Database } from '@/db/client'
import type { ReadSettings } from '@/lib/env'
import { examineDatabase, examineOwner, withDatabase } from './database'
import { examineRelay } from './mail'
import { type Finding, unknown } from './model'
import { examineClock, examineKeys, examineWorker } from './running'
import { examineSender, type Resolver } from './sender'
import { examineSettings } from './settings'
import { examineFolder, examineStorage } from './storage'

/** The machine's own ends: a clock, and whom to ask for names. */
export interface Machine {
  now: () => Date
  resolver: Resolver
}

/**
 * Looks at everything that an installation stands on, and changes nothing but a file that it writes and deletes. Needs no
 * process of the portal. Where some settings are wrong it looks at what the others lead to.
 */
export async function examine(read: ReadSettings, machine: Machine): Promise<Finding[]> {
  const { settings, faults } = read
  const { DATABASE_URL, DATABASE_OWNER_URL, SMTP_URL, MAIL_FROM, DATA_DIR, NODE_ENV, STORAGE_URL } = settings
  // What the portal's own code reads from the settings, it reads from all or from none.
  const whole = faults.length === 0
  const groups: Promise<Finding[]>[] = []
  if (DATABASE_URL) {
    groups.push(withDatabase('DATABASE_URL', DATABASE_URL, (db) => examineRunning(db, DATABASE_URL, whole, machine)))
  }
  if (DATABASE_OWNER_URL) groups.push(withDatabase('DATABASE_OWNER_URL', DATABASE_OWNER_URL, examineOwner))
  if (SMTP_URL) groups.push(examineRelay(SMTP_URL, { allowPlaintext: NODE_ENV !== 'production' }).then(alone))
  if (MAIL_FROM) groups.push(examineSender({ ...settings, MAIL_FROM }, machine.resolver))
  groups.push(whole ? examineStorage(STORAGE_URL ? 'bucket' : 'folder').then(alone) : Promise.resolve([later('Files')]))
  if (DATA_DIR) groups.push(examineFolder(DATA_DIR))
  return [...examineSettings(read), ...(await Promise.all(groups)).flat()]
}

async function examineRunning(db: Database, url: string, whole: boolean, { now }: Machine): Promise<Finding[]> {
  const findings = [...(await examineDatabase(db, url)), await examineClock(db, now)]
  // Without its tables there is nothing more to ask.
  if (findings.some(({ check, mark }) => check === 'Migrations' && mark === 'fault')) return findings
  return [...findings, await examineWorker(db), whole ? await examineKeys(db) : later('Keys')]
}

const alone = (finding: Finding): Finding[] => [finding]

const later = (check: string) =>
  unknown(check, 'not tried while settings are wrong', 'Mend the settings, and ask again')
