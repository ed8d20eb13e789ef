import pino from 'pino'

/** What something is and what happened to it: 'file.missing'. */
type LogEvent = `${string}.${string}`

// Written by this process at once, by no thread: the last line before an end is there too.
const logger = pino(
  {
    base: null,
    messageKey: 'event',
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
  },
  pino.destination({ dest: 2, sync: true }),
)

/** A line for the operator of the installation: JSON to stderr. Fields are ids and literals, never anything personal. */
export function log(event: LogEvent, fields: Record<string, string | number | boolean> = {}): void {
  logger['error' in fields ? 'error' : 'info'](fields, event)
}

/** An error's kind and code. Its message may quote a row or an address, and is left out. */
export function errorFields(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const cause = error.cause instanceof Error ? errorFields(error.cause) : {}
  const frame = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) ?? ''
  return {
    error: error.name,
    code,
    where: frame.trim(),
    ...(cause['error'] && { cause: `${cause['error']} ${cause['code']}` }),
  }
}
