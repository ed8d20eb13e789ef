import Color from 'colorjs.io'

/** The hue of what has gone wrong, and how near to it a clinic's own colour would be taken for it; degrees of OKLCH. */
const DANGER = 22
const NEAR = 30

/** How much of its colour a hue keeps: a red one is muted to a brown, so that a link is not taken for an error. */
export function chromaOf(hue: number): number {
  const apart = Math.abs(((hue - DANGER + 540) % 360) - 180)
  return apart < NEAR ? 0.4 : 1
}

/** What app/_ui/tokens.css makes of a hue: lightness and chroma of the accent, and the paper that it stands on. */
export const accentOn = {
  light: { lightness: 0.46, chroma: 0.1, paper: '#ffffff' },
  dark: { lightness: 0.82, chroma: 0.09, paper: '#0f171c' },
} as const

/** How well a clinic's colour can be read on paper, by day and by night: 4.5 is the least for text (WCAG 2.2, 1.4.3). */
export function accentContrast(hue: number): Record<keyof typeof accentOn, number> {
  const on = ({ lightness, chroma, paper }: (typeof accentOn)[keyof typeof accentOn]) =>
    new Color('oklch', [lightness, chroma * chromaOf(hue), hue]).to('srgb').toGamut().contrast(paper, 'WCAG21')
  return { light: on(accentOn.light), dark: on(accentOn.dark) }
}
