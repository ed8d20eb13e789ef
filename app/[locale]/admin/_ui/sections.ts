import type { StaffRole } from '@/db/enums'

export type Section =
  'queue' | 'register' | 'mailLog' | 'audit' | 'people' | 'links' | 'profile' | 'settings' | 'calendars'

const ofRole: Record<StaffRole, readonly [Section, ...Section[]]> = {
  officer: ['queue', 'register', 'mailLog', 'links', 'settings', 'calendars'],
  lead: ['queue', 'register', 'mailLog', 'audit', 'people', 'links', 'profile', 'settings', 'calendars'],
  auditor: ['queue', 'register', 'mailLog', 'audit', 'settings', 'calendars'],
  // An admin runs the installation and has no business in patients' cases.
  admin: ['audit', 'people', 'links', 'profile', 'settings', 'calendars'],
}

/** The sections that a role has, its first page first. What each shows is decided where it is read. */
export const sectionsOf = (role: StaffRole): readonly [Section, ...Section[]] => ofRole[role]
