const MB = 1024 * 1024

/**
 * What one request may bring: bytes of text in all and in one field, fields, files, bytes of a file, bytes in all. The
 * longest form of ours has a third of the text.
 */
export const bodyLimits = {
  text: MB,
  field: 256 * 1024,
  fields: 1_000,
  files: 40,
  file: 10 * MB + 1,
  whole: 128 * MB,
} as const

/** What a body may weigh, announced in bytes. A form as people fill it is small. */
export type Weight = 'small' | 'light' | 'heavy'

export const weights = { small: 64 * 1024, light: bodyLimits.text } as const

/** How many bodies are read at once, in all and of one source, by what they may weigh. */
export const turnLimits: Record<Weight, { all: number; source: number }> = {
  small: { all: 1_000, source: 400 },
  light: { all: 200, source: 40 },
  heavy: { all: 32, source: 6 },
}

/**
 * How long a body may come, and may pause, in milliseconds; and how long, unless it is heavy, while others wait for its turn:
 * whoever sends slowly on purpose holds up nobody for long.
 */
export const patience = { whole: 15 * 60_000, pause: 30_000, others: 20_000 } as const
