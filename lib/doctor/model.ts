/** One thing looked at: what was found, and, where something is to be done, what. */
export type Finding = { check: string; what: string } & ({ mark: 'ok' } | { mark: Exclude<Mark, 'ok'>; todo: string })

/**
 * `fault`: the portal does not work, or does not protect what it holds. `warning`: it works, and less well than it could.
 * `unknown`: the check could not be made, and nothing is known of what it looks at.
 */
export type Mark = 'ok' | 'warning' | 'fault' | 'unknown'

export const ok = (check: string, what: string): Finding => ({ check, mark: 'ok', what })
export const fault = (check: string, what: string, todo: string): Finding => ({ check, mark: 'fault', what, todo })
export const warning = (check: string, what: string, todo: string): Finding => ({ check, mark: 'warning', what, todo })
export const unknown = (check: string, what: string, todo: string): Finding => ({ check, mark: 'unknown', what, todo })

/** What an error of the system, of a server or of a library calls itself; never its message, which may quote a secret. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
