import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { accentContrast, accentOn } from './accent'

const tokens = readFileSync('app/_ui/tokens.css', 'utf8')

it('is the colour that pages are drawn in', () => {
  const [, light, dark] =
    /--accent: light-dark\(\s*oklch\(([^ ]+ calc\([\d.]+)[^,]*,\s*oklch\(([^ ]+ calc\([\d.]+)/.exec(tokens) ?? []
  const drawn = ({ lightness, chroma }: (typeof accentOn)['light' | 'dark']) => `${lightness} calc(${chroma}`
  expect([light, dark]).toEqual([drawn(accentOn.light), drawn(accentOn.dark)])
  expect(tokens).toContain(`--paper: light-dark(${accentOn.light.paper}, ${accentOn.dark.paper})`)
})

it('can be read, whatever the hue, by day and by night', () => {
  for (let hue = 0; hue < 360; hue += 1) {
    const { light, dark } = accentContrast(hue)
    expect(Math.min(light, dark), `hue ${hue}`).toBeGreaterThan(4.5)
  }
})
