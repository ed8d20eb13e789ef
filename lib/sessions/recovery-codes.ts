import { createHmac, randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { recoveryCode } from '@/db/schema'
import { installationKey } from '@/lib/vault/keys'

export const RECOVERY_CODES = 10
/** 40 bits each: wrong ones are counted as wrong passwords are. Digits are typed in any keyboard layout. */
export const RECOVERY_DIGITS = 12

const newCode = () => Array.from({ length: RECOVERY_DIGITS }, () => randomInt(0, 10)).join('')

export const hashRecoveryCode = (staffId: string, code: string): Buffer =>
  createHmac('sha256', installationKey('recovery-code')).update(`${staffId}\0${code}`).digest()

/** New codes in the place of all former ones. They are told once, "4821 0937 5560": this table keeps hashes. */
export async function replaceRecoveryCodes(tx: Transaction, staffId: string): Promise<string[]> {
  const codes = new Set<string>()
  while (codes.size < RECOVERY_CODES) codes.add(newCode())
  await dropRecoveryCodes(tx, staffId)
  await tx
    .insert(recoveryCode)
    .values([...codes].map((code) => ({ staffId, codeHash: hashRecoveryCode(staffId, code) })))
  return [...codes].map((code) => code.replaceAll(/(\d{4})(?=\d)/g, '$1 '))
}

export const dropRecoveryCodes = (tx: Transaction, staffId: string) =>
  tx.delete(recoveryCode).where(eq(recoveryCode.staffId, staffId))
