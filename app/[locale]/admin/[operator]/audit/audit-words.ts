import type { AuditRow } from '@/lib/audit/queries'
import type { AdminWords } from '../../_ui/due-words'

type Who = Pick<AuditRow, 'actorKind'> & { staffName?: string | null }

/** Who did it: an officer by name, everybody else by what they are. */
export const auditWho = (t: AdminWords, { actorKind, staffName }: Who): string =>
  staffName ?? (actorKind === 'staff' ? '—' : t(`audit.who.${actorKind}`))

/** What happened, in words; an action that this version does not know is shown by its name. */
export function auditSentence(t: AdminWords, action: string): string {
  const key = `audit.actions.${action}`
  const say = t as unknown as ((key: string) => string) & { has: (key: string) => boolean }
  return say.has(key) ? say(key) : action
}

/** The facts of an event as they were stored: dates, names of clocks and numbers, never anything personal. */
export function auditDetails(data: Record<string, unknown>): string {
  return Object.entries(data)
    .filter(([name, value]) => value !== null && !name.endsWith('Id') && name !== 'from' && name !== 'to')
    .concat(
      typeof data['from'] === 'string' && /^\d{4}-/.test(data['from'])
        ? [['', `${data['from']} → ${String(data['to'])}`]]
        : [],
    )
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)].filter(Boolean).join(': '))
    .join(' · ')
}
