import type { Result } from '@/lib/core/command'

/** The value of a command that nothing here should be refused. */
export function must<V, R extends string>(result: Result<V, R>): V {
  if (result.ok) return result.value
  const where = 'fields' in result ? Object.keys(result.fields).join(', ') : ''
  throw new Error(`A command of the demo was refused: ${result.reason} ${where}`)
}
