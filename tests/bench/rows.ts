export type Unit = 'ms' | '/s' | 'KB' | 'MB' | 'points' | 'statements' | 'hosts' | 'scans' | '×' | 's'

/** What a figure may be: in its own unit, or as a multiple of the floor that was measured beside it. */
export interface Budget {
  limit: number
  kind: 'at most' | 'at least'
  of: 'figure' | 'floor'
}

/** One line of the table. */
export interface Row {
  part: string
  what: string
  unit: Unit
  figure: number
  floor?: number
  budget?: Budget
}

export const atMost = (limit: number): Budget => ({ limit, kind: 'at most', of: 'figure' })
export const atLeast = (limit: number): Budget => ({ limit, kind: 'at least', of: 'figure' })
export const timesFloor = (limit: number): Budget => ({ limit, kind: 'at most', of: 'floor' })
export const leastOfFloor = (limit: number): Budget => ({ limit, kind: 'at least', of: 'floor' })

export const ratioOf = ({ figure, floor }: Row): number | undefined => (floor ? figure / floor : undefined)

/** Whether the row keeps its budget; undefined where it has none. */
export function isKept(row: Row): boolean | undefined {
  const { budget } = row
  if (!budget) return undefined
  const measured = budget.of === 'floor' ? ratioOf(row) : row.figure
  if (measured === undefined || Number.isNaN(measured)) return false
  return budget.kind === 'at most' ? measured <= budget.limit : measured >= budget.limit
}
