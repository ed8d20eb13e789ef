/** A failed statement, fit for a log: without its parameters, and without the row that PostgreSQL quotes. */
export class QueryError extends Error {
  /** The SQLSTATE, or the driver's or the system's own: 'CONNECTION_CLOSED', 'ECONNREFUSED'. */
  readonly code: string

  constructor(code: string, constraint: string, query: string) {
    super([code, constraint, query && `in: ${query.slice(0, 200)}`].filter(Boolean).join(' '))
    this.name = 'QueryError'
    this.code = code
  }
}

// Errors are told by their shape: a built server holds several copies of drizzle, and `instanceof` knows one.

/** What drizzle throws: the statement, its parameters, and the driver's error as the cause. */
const isOfDrizzle = (error: Error): error is Error & { query: unknown } => 'query' in error && 'params' in error

const isOfPostgres = (error: Error): boolean => error.name === 'PostgresError'

const text = (error: object, field: string): string => {
  const value: unknown = Reflect.get(error, field)
  return typeof value === 'string' ? value : ''
}

/** The SQLSTATE of a failed statement or connection, else the code of the driver or the system; undefined where there is none. */
export function queryCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  return text(error, 'code') || queryCode(error.cause)
}

/** The error as it may go on: a `QueryError` in place of one that carries somebody's data. */
export function withoutData(error: unknown): unknown {
  if (!(error instanceof Error) || !(isOfDrizzle(error) || isOfPostgres(error))) return error
  const said = isOfDrizzle(error) && error.cause instanceof Error ? error.cause : error
  return new QueryError(queryCode(error) ?? 'unknown', text(said, 'constraint_name'), text(error, 'query'))
}
