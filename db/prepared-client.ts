import type postgres from 'postgres'

type Work = (tx: postgres.TransactionSql) => unknown

/** Longer lists of values rarely come again with the same length: kept, they would only fill the memory. */
const MOST_PARAMETERS = 200

/**
 * drizzle has each statement parsed, described and planned anew, in two trips to PostgreSQL. Under a name of its own, which
 * a connection keeps, a statement takes one trip, and those that wait for no answer travel together.
 */
export function preparing<T extends postgres.Sql | postgres.TransactionSql>(client: T): T {
  const { unsafe } = client
  client.unsafe = (text, params = [], options) =>
    unsafe(text, params, { ...options, prepare: params.length <= MOST_PARAMETERS })
  if ('begin' in client) {
    const begin: (work: Work) => Promise<unknown> = client.begin
    client.begin = ((work: Work) => begin((tx) => work(preparing(tx)))) as typeof client.begin
  }
  return client
}
