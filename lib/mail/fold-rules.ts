const MINUTE = 60_000

interface FoldRule {
  /** Whether the mails of one recipient count together, or only those about one request. */
  per: 'recipient' | 'request'
  /** So many within a time leave one by one; the next waits for the end of it. Without it none waits. */
  pace?: { most: number; withinMs: number }
  /** From how many on that wait they are told in one. */
  from: number
}

/**
 * What may come in any number, and how much of it one person gets: strangers file and write as they like, and a day on
 * which a hundred terms end is no hundred letters. Nothing is dropped: what waits is told in one letter.
 */
export const foldRules = {
  'new-request': { per: 'recipient', pace: { most: 5, withinMs: 10 * MINUTE }, from: 2 },
  'requester-message': { per: 'request', pace: { most: 1, withinMs: 10 * MINUTE }, from: 2 },
  'request-withdrawn': { per: 'recipient', pace: { most: 5, withinMs: 10 * MINUTE }, from: 2 },
  'mail-undeliverable': { per: 'recipient', pace: { most: 5, withinMs: 10 * MINUTE }, from: 2 },
  /** How many one mailbox gets, over all clinics, is counted apart: see lib/limits. */
  'request-received': { per: 'recipient', from: 4 },
  'deadline-reminder': { per: 'recipient', from: 21 },
  escalation: { per: 'recipient', from: 21 },
  /** Of terms that end on the day they begin: whoever files can cause them too. */
  'same-day-reminder': { per: 'recipient', pace: { most: 20, withinMs: 10 * MINUTE }, from: 2 },
} as const satisfies Record<string, FoldRule>

export type FoldName = keyof typeof foldRules

export const isFoldName = (name: string): name is FoldName => Object.hasOwn(foldRules, name)

/** "<rule>:<recipient>[:<request>]". */
export function foldKeyOf(name: FoldName, recipientHash: Buffer, requestId: string | null): string {
  const key = `${name}:${recipientHash.toString('base64url')}`
  return foldRules[name].per === 'request' ? `${key}:${requestId}` : key
}

export function foldRuleOf(foldKey: string): FoldRule & { name: FoldName } {
  const [name = ''] = foldKey.split(':')
  if (!isFoldName(name)) throw new Error('A mail has a fold key of no rule')
  return { name, ...foldRules[name] }
}
