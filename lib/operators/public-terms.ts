import { inScope } from '@/db/client'
import { getReferenceDatabase } from '@/lib/core/database'
import { processWide } from '@/lib/core/process-wide'
import { listTermRules, type TermRule } from './term-rules'

const FRESH_MS = 10_000
const cache = processWide('public-terms', () => new Map<string, { until: number; terms: Promise<TermRule[]> }>())

/** The rules in force of a clinic, which its pages promise to everybody: no actor is asked. Kept for ten seconds. */
export function listPublicTerms(operatorId: string): Promise<TermRule[]> {
  const now = performance.now()
  const known = cache.get(operatorId)
  if (known && known.until >= now) return known.terms
  const terms = inScope(getReferenceDatabase(), { operatorId }, listTermRules)
  terms.catch(() => cache.delete(operatorId))
  cache.set(operatorId, { until: now + FRESH_MS, terms })
  return terms
}
