import type { StaffRole } from '@/db/enums'

export type Section = 'queue' | 'register' | 'audit'

const ofRole: Record<StaffRole, readonly [Section, ...Section[]]> = {
  officer: ['queue', 'register'],
  lead: ['queue', 'register', 'audit'],
  auditor: ['queue', 'register', 'audit'],
  // An admin runs the installation and has no business in patients' cases.
  admin: ['audit'],
}

/** The sections that a role has, its first page first. What each shows is decided where it is read. */
export const sectionsOf = (role: StaffRole): readonly [Section, ...Section[]] => ofRole[role]
