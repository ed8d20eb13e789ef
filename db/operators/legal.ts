import type { RequestKind } from '../enums'
import type { Bilingual, OfferedKind } from './model'
import { law, t } from './text'

/** Legal basis of each right, whatever the clinic's policy says of it. */
const legalBases = {
  access: law('14(1)', '14(7)', '20(1)'),
  correction: law('14(1)', '20(3)', '21(2)'),
  deletion: law('14(1)', '20(3)', '21(5)', '21(5.1)'),
  blocking: law('14(1)', '21(1)'),
  'consent-withdrawal': law('9(2)', '15(2)', '21(5)'),
} satisfies Partial<Record<RequestKind, Bilingual>>

type LawfulKind = keyof typeof legalBases

/** What patients read of a right that the policy does not name: it is the law's, with its article. */
const lawfulSummaries = {
  access: t(
    'Это право даёт каждому закон: вы можете узнать, какие данные о вас хранятся, зачем, откуда они и кому их передавали (152-ФЗ, ст. 14).',
    'The law gives this right to everyone: you may learn which data about you are kept, why, where they came from and who has received them (152-FZ, art. 14).',
  ),
  deletion: t(
    'Данные, которые получены незаконно или больше не нужны, клиника уничтожает, а обработку прекращает по вашему требованию (152-ФЗ, ст. 14, 20 и 21).',
    'The clinic destroys data that were obtained unlawfully or are no longer needed, and stops processing when you demand it (152-FZ, art. 14, 20 and 21).',
  ),
  blocking: t(
    'Если данные неверны или используются незаконно, клиника не пользуется ими с момента вашего обращения и до конца проверки (152-ФЗ, ч. 1 ст. 21).',
    'If data are wrong or used unlawfully, the clinic stops using them from the moment you ask until its check is over (152-FZ, art. 21(1)).',
  ),
  'consent-withdrawal': t(
    'Согласие можно отозвать в любой момент (152-ФЗ, ч. 2 ст. 9). Клиника прекратит обработку и уничтожит данные — кроме тех, что обязана хранить по закону.',
    'Consent may be withdrawn at any time (152-FZ, art. 9(2)). The clinic stops processing and destroys the data, except what the law makes it keep.',
  ),
} satisfies Partial<Record<LawfulKind, Bilingual>>

/** A kind that stands on the law alone: the policy has no clause for it. */
export function byLaw(kind: keyof typeof lawfulSummaries): OfferedKind {
  return { kind, clauses: [], legalBasis: legalBases[kind], summary: lawfulSummaries[kind] }
}

/** A kind that the policy grounds in clauses of its own (several as '3.5, 4.1'), beside the law. */
export function byPolicy(kind: LawfulKind, clauses: string, summary: Bilingual): OfferedKind {
  return { kind, clauses: clauses.split(', '), legalBasis: legalBases[kind], summary }
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
