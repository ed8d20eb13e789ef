import { asc } from 'drizzle-orm'
import type { OperatorProfile } from '@/db/operators/model'
import { operator } from '@/db/schema'
import { found } from '@/lib/core/errors'
import { getReferenceDatabase } from '@/lib/core/database'

export interface Operator {
  id: string
  slug: string
  code: string
  timeZone: string
  profile: OperatorProfile
}

const FRESH_MS = 10_000
let cache: { until: number; operators: Promise<Operator[]> } | undefined

/** The installation's operators, in their order. Public facts, so that no actor is asked; kept for ten seconds. */
export function listOperators(): Promise<Operator[]> {
  const now = performance.now()
  if (!cache || cache.until < now) {
    const operators = load()
    operators.catch(() => (cache = undefined))
    cache = { until: now + FRESH_MS, operators }
  }
  return cache.operators
}

async function load(): Promise<Operator[]> {
  const rows = await getReferenceDatabase().select().from(operator).orderBy(asc(operator.position))
  return rows.filter((row) => row.active)
}

export async function findOperator(slug: string): Promise<Operator | undefined> {
  return (await listOperators()).find((row) => row.slug === slug)
}

/** Throws `NotFoundError`. */
export async function getOperator(id: string): Promise<Operator> {
  return found(
    (await listOperators()).find((row) => row.id === id),
    'operator',
  )
}
