import type postgres from 'postgres'
import type { Statement } from '../servers/tap'

/** A table of fewer rows is read whole for less than an index costs. */
const SMALL = 1_000

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  Plans?: PlanNode[]
}

interface Explained {
  Plan: PlanNode
  'Execution Time': number
  'Planning Time': number
}

export interface PlanFacts {
  /** Tables that some statement reads from end to end. */
  wholeTables: string[]
  /** Of all statements together. */
  milliseconds: number
}

/** A connection plans its first five runs of a statement for their values, then perhaps once for all values. */
const modes = ['force_custom_plan', 'force_generic_plan'] as const
type Mode = (typeof modes)[number]

/** Runs the very questions under EXPLAIN, as the app's role and in the officer's scope. What a page writes is left out. */
export async function explain(
  sql: postgres.Sql,
  scope: { operatorId: string; staffId: string },
  statements: readonly Statement[],
): Promise<PlanFacts> {
  const sizes = await sql<{ name: string; rows: number }[]>`
    select relname as name, reltuples::float8 as rows from pg_class where relkind = 'r'`
  const large = new Set(sizes.filter(({ rows }) => rows > SMALL).map(({ name }) => name))
  const plans: Record<Mode, Explained[]> = { force_custom_plan: [], force_generic_plan: [] }
  const undone = new Error('undone')
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe('set local role portal_app')
      await tx`select set_config('app.operator', ${scope.operatorId}, true), set_config('app.staff', ${scope.staffId}, true)`
      for (const { text, params } of statements.filter(({ text }) => /^\s*(select|with)/i.test(text))) {
        const values = params.map((value) => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`))
        await tx.unsafe(`prepare heard as ${text}`)
        const call = `execute heard${values.length > 0 ? `(${values.join(', ')})` : ''}`
        for (const mode of modes) {
          await tx.unsafe(`set local plan_cache_mode = ${mode}`)
          const [row] = await tx.unsafe<{ 'QUERY PLAN': Explained[] }[]>(
            `explain (analyze, buffers, format json) ${call}`,
          )
          plans[mode].push(...(row?.['QUERY PLAN'] ?? []))
        }
        await tx.unsafe('deallocate heard')
      }
      throw undone
    })
  } catch (error) {
    if (error !== undone) throw error
  }
  const nodes = Object.values(plans).flatMap((own) => own.flatMap(({ Plan }) => nodesOf(Plan)))
  const scanned = nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? (node['Relation Name'] ?? []) : []))
  return {
    wholeTables: [...new Set(scanned)].filter((name) => large.has(name)),
    milliseconds: plans.force_custom_plan.reduce(
      (sum, plan) => sum + plan['Execution Time'] + plan['Planning Time'],
      0,
    ),
  }
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
