/** The row is not there, or not for this actor: which of the two is never told. */
export class NotFoundError extends Error {
  constructor(what: string) {
    super(`${what} not found`)
    this.name = 'NotFoundError'
  }
}

/** The row that had to be there. Throws `NotFoundError`. */
export function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new NotFoundError(what)
  return row
}
