/**
 * Whether an error is of the class of that name. A built server holds several copies of a module, hence of each class that
 * it declares: `instanceof` knows one of them.
 */
export const isNamed = (error: unknown, name: string): error is Error => error instanceof Error && error.name === name

/** The row is not there, or not for this actor: which of the two is never told. */
export class NotFoundError extends Error {
  constructor(what: string) {
    super(`${what} not found`)
    this.name = 'NotFoundError'
  }
}

export const isNotFound = (error: unknown): boolean => isNamed(error, 'NotFoundError')

/** Only for whoever has just proved who they are, see `hasRecentProof`. */
export class ProofNeededError extends Error {
  constructor() {
    super('Who asks has to prove who they are')
    this.name = 'ProofNeededError'
  }
}

export const isProofNeeded = (error: unknown): boolean => isNamed(error, 'ProofNeededError')

/** The row that had to be there. Throws `NotFoundError`. */
export function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new NotFoundError(what)
  return row
}
