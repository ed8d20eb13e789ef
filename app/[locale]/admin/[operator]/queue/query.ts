import { requestKinds, requestStates } from '@/db/enums'
import { isId } from '@/app/_server/page'
import { type QueueQuery, queueFilters } from '@/lib/requests/model'

export type SearchParams = Record<string, string | string[] | undefined>

/** How far back "previous" leads; older steps are let go. */
const MOST_STEPS = 40

/** What the URL asks for. `steps` are the cursors of the pages behind this one, which a keyset does not know by itself. */
export interface QueueUrl extends QueueQuery {
  steps: readonly string[]
}

const oneOf = <T extends string>(values: readonly T[], given: string | undefined): T | undefined =>
  values.find((value) => value === given)

const single = (given: string | string[] | undefined): string | undefined => (Array.isArray(given) ? given[0] : given)

/** Reads the query of a queue's URL; what makes no sense in it is ignored. */
export function readQueueUrl(params: SearchParams): QueueUrl {
  const assignee = single(params['assignee'])
  const steps = [params['after'] ?? []].flat()
  return {
    filter: oneOf(queueFilters, single(params['filter'])) ?? 'all',
    kind: oneOf(requestKinds, single(params['kind'])),
    state: oneOf(requestStates, single(params['state'])),
    assigneeId: assignee && isId(assignee) ? assignee : undefined,
    cursor: steps.at(-1),
    steps,
  }
}

/** The query of a queue's URL, with its question mark; empty where nothing is asked. */
export function writeQueueUrl({ filter, kind, state, assigneeId, steps = [] }: Partial<QueueUrl>): string {
  const params = new URLSearchParams()
  if (filter && filter !== 'all') params.set('filter', filter)
  if (kind) params.set('kind', kind)
  if (state) params.set('state', state)
  if (assigneeId) params.set('assignee', assigneeId)
  for (const step of steps.slice(-MOST_STEPS)) params.append('after', step)
  const query = params.toString()
  return query && `?${query}`
}
