import type { Messages } from '@/lib/i18n/messages'
import type { AdminWords } from './due-words'

type Admin = Messages['admin']
type Group = { [G in keyof Admin]: Admin[G] extends Record<string, string> ? G : never }[keyof Admin]

/** The sentences of one group, for a client component: it gets what it shows and no more. */
export function labelsOf<G extends Group, K extends keyof Admin[G] & string>(
  t: AdminWords,
  group: G,
  keys: readonly K[],
): Record<K, string> {
  const say = t as (key: string) => string
  return Object.fromEntries(keys.map((key) => [key, say(`${group}.${key}`)])) as Record<K, string>
}
