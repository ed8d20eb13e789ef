import type { RequestKind } from '../enums'
import { kindLaws } from '../kinds/laws'
import type { Bilingual, OfferedKind } from './model'
import { t } from './text'

type KindWith<P extends 'legalBasis' | 'summary'> = {
  [K in RequestKind]: (typeof kindLaws)[K][P] extends null ? never : K
}[RequestKind]

/** Whether no law gives it: what the clinic's policy says is its whole basis. */
export const isByPolicyAlone = (kind: RequestKind): boolean => kindLaws[kind].legalBasis === null

/** A kind that stands on the law alone: the policy has no clause for it. */
export function byLaw(kind: KindWith<'summary'>): OfferedKind {
  const { legalBasis, summary } = kindLaws[kind]
  return { kind, clauses: [], legalBasis, summary }
}

/** A kind that the policy grounds in clauses of its own (several as '3.5, 4.1'), beside the law. */
export function byPolicy(kind: KindWith<'legalBasis'>, clauses: string, summary: Bilingual): OfferedKind {
  return { kind, clauses: clauses.split(', '), legalBasis: kindLaws[kind].legalBasis, summary }
}

/** The pre-trial claim: only a policy knows it. `duty` is the clause that demands it, `term` the one with 30 days. */
export function claimByPolicy(duty: string, term: string): OfferedKind {
  return {
    kind: 'claim',
    clauses: [duty, term],
    legalBasis: t(`Политика клиники, п. ${duty} и ${term}`, `The clinic’s policy, clauses ${duty} and ${term}`),
    summary: t(
      'До суда спор нужно попробовать уладить письменно. Опишите, что случилось и чего вы хотите: клиника письменно ответит за 30 календарных дней.',
      'Before going to court you must try to settle the dispute in writing. Tell what happened and what you want: the clinic answers in writing within 30 calendar days.',
    ),
  }
}
