import { roomLimits } from './limits'

/** What waits to be filed: files and their bytes. */
export interface Waiting {
  files: number
  bytes: number
}

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
