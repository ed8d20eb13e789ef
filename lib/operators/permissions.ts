import type { StaffRole } from '@/db/enums'
import type { StaffActor } from '@/lib/core/actor'

const mayChangeTerms: readonly StaffRole[] = ['lead', 'admin']

/** Whether somebody may change the terms that the clinic's new requests run by; anybody there may read them. */
export const canChangeTerms = ({ role }: Pick<StaffActor, 'role'>): boolean => mayChangeTerms.includes(role)
