import { asc, eq } from 'drizzle-orm'
import type { IntakeState } from '@/db/enums'
import { type OperatorProfile, termRuleKey } from '@/db/operators'
import { ask } from '@/db/client'
import { operator, termRule } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import type { CalendarDate } from '@/lib/core/calendar-date'
import { cached } from '@/lib/core/cached'
import type { Context } from '@/lib/core/context'
import { asActor, getReferenceDatabase } from '@/lib/core/database'
import { found, NotFoundError } from '@/lib/core/errors'
import { canChangeTerms } from './permissions'
import { listTermRules, type TermRule } from './term-rules'

export interface Operator {
  id: string
  slug: string
  code: string
  timeZone: string
  profile: OperatorProfile
  /** Whether its pages take requests, as it was within the last ten seconds. */
  intake: IntakeState
  /** The day from which its people sign in with a second step alone; null where it demands none. */
  secondFactorFrom: CalendarDate | null
  /** Whether its people come in by its own provider alone, but for one account. */
  providerDemanded: boolean
  emergencyStaffId: string | null
}

const operators = cached('operators', async (): Promise<Operator[]> => {
  return ask(getReferenceDatabase(), (db) => db.select().from(operator).orderBy(asc(operator.position)))
})

/** The installation's operators, in their order. Public facts, so that no actor is asked; kept for ten seconds. */
export async function listOperators(): Promise<Operator[]> {
  const listed = await operators.get()
  // Nothing is kept of an installation without clinics: its first one is there at once.
  if (listed.length === 0) operators.forget()
  return listed
}

/** A clinic that was opened in this process is there at its next page. */
export const forgetOperators = (): void => operators.forget()

/** Those that whoever comes to the portal may choose from. */
export const listPublicOperators = async (): Promise<Operator[]> =>
  (await listOperators()).filter(({ intake }) => intake !== 'hidden')

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

/**
 * The rule to be changed, in the version that is in force, whichever version the id is of. Throws `NotFoundError`, for
 * those too who may not change it.
 */
export async function getTermRule({ actor }: Context<StaffActor>, ruleId: string): Promise<TermRule> {
  if (!canChangeTerms(actor)) throw new NotFoundError('term rule')
  return asActor(actor, async (tx) => {
    const [named] = await tx.select().from(termRule).where(eq(termRule.id, ruleId))
    const key = termRuleKey(found(named, 'term rule'))
    return found(
      (await listTermRules(tx)).find((rule) => termRuleKey(rule) === key),
      'term rule',
    )
  })
}
