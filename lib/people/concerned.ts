import type { Colleague } from './queries'

/** Whoever holds a case, as a list; empty while nobody does who works here. */
export const assigneeAmong = <C extends Pick<Colleague, 'id'>>(
  colleagues: readonly C[],
  { assigneeId }: { assigneeId: string | null },
): readonly C[] => colleagues.filter(({ id }) => id === assigneeId)

/** Whom the news of a case concern: its assignee, or everybody while nobody who works here holds it. */
export function concernedBy<C extends Pick<Colleague, 'id'>>(
  colleagues: readonly C[],
  request: { assigneeId: string | null },
): readonly C[] {
  const assignee = assigneeAmong(colleagues, request)
  return assignee.length > 0 ? assignee : colleagues
}
