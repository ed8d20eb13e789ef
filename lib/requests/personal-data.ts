import type { RequestVault } from '@/lib/vault/request-vault'
import type { PersonalData } from './model'

/** Opens what a request says about the person. Whoever calls it has written the reading into the audit log. */
export function openPersonalData(vault: RequestVault, row: { id: string; personal: Buffer }): PersonalData {
  return JSON.parse(vault.open('request:personal', row.id, row.personal).toString()) as PersonalData
}
