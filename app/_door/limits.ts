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

/** How many bodies are read at once, in all and of one source, by what they may weigh. */
export const turnLimits = { light: { all: 200, source: 40 }, heavy: { all: 32, source: 6 } } as const

/** How long a body may come, and may pause, in milliseconds. */
export const patience = { whole: 15 * 60_000, pause: 30_000 } as const
