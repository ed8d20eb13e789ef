/** What waits to be filed: files and their bytes. */
export interface Waiting {
  files: number
  bytes: number
}

const MB = 1024 * 1024

/**
 * How much may wait: of one source; in all; and of one source that nobody else's uploads may take away, the files of one
 * request. Uploads that are filed wait no more, nor do those a day old that
 * no saved form keeps.
 */
export const roomLimits = {
  source: { files: 100, bytes: 500 * MB },
  all: { bytes: 5_000 * MB },
  ensured: { files: 5, bytes: 50 * MB },
} as const

/** Whether one more file may wait. A source that has little waiting is refused for nobody else's sake. */
export function decideRoom(
  own: Waiting,
  all: Waiting,
  size: number,
): { ok: true } | { ok: false; reason: 'uploads-full' } {
  const after = { files: own.files + 1, bytes: own.bytes + size }
  const isWithin = (limit: Waiting) => after.files <= limit.files && after.bytes <= limit.bytes
  const isFull = all.bytes + size > roomLimits.all.bytes
  return isWithin(isFull ? roomLimits.ensured : roomLimits.source)
    ? { ok: true }
    : { ok: false, reason: 'uploads-full' }
}
