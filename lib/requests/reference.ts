import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { registerCounter, request } from '@/db/schema'
import { readReference } from '@/lib/text/reference'

/**
 * The requests of an operator that a typed registration number can mean: one, or one of each year where none was typed.
 * Undefined where it is no such number. The numbers are given in `file-request.ts`.
 */
export function hasReference(operatorId: string, typed: string): SQL | undefined {
  const reference = readReference(typed)
  if (!reference) return undefined
  const { codes, year, number } = reference
  return and(
    eq(request.operatorId, operatorId),
    // The years are named, so that the index of the numbers is used.
    year === undefined
      ? inArray(
          request.year,
          sql`(select ${registerCounter.year} from ${registerCounter} where ${registerCounter.operatorId} = ${operatorId})`,
        )
      : eq(request.year, year),
    eq(request.number, number),
    codes.length > 0 ? inArray(sql`split_part(${request.reference}, '-', 1)`, codes) : undefined,
  )
}
