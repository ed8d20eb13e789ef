import { inScope } from '@/db/client'
import { cached } from '@/lib/core/cached'
import { getReferenceDatabase } from '@/lib/core/database'
import { listTermRules, type TermRule } from './term-rules'

const terms = cached('public-terms', (operatorId) => inScope(getReferenceDatabase(), { operatorId }, listTermRules))

/** The rules in force of a clinic, which its pages promise to everybody: no actor is asked. Kept for ten seconds. */
export const listPublicTerms = (operatorId: string): Promise<TermRule[]> => terms.get(operatorId)
