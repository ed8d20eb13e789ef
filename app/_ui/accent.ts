import type { CSSProperties } from 'react'
import { chromaOf } from '@/lib/operators/accent'

/**
 * A clinic's colour, by its hue; the portal's own where it has none.
 */
export function accentStyle(hue: number | null | undefined): CSSProperties | undefined {
  if (hue === null || hue === undefined) return undefined
  return { '--hue': hue, '--chroma': chromaOf(hue) } as CSSProperties
}
