import type { CSSProperties } from 'react'

/** The hue of what has gone wrong, and how near to it a clinic's own colour would be taken for it; degrees of OKLCH. */
const DANGER = 22
const NEAR = 30

/**
 * A clinic's colour, by its hue; the portal's own where it has none. A red one is muted to a brown, so that a link is not
 * taken for an error.
 */
export function accentStyle(hue: number | null | undefined): CSSProperties | undefined {
  if (hue === null || hue === undefined) return undefined
  const apart = Math.abs(((hue - DANGER + 540) % 360) - 180)
  return { '--hue': hue, ...(apart < NEAR && { '--chroma': 0.4 }) } as CSSProperties
}
