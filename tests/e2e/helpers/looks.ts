import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '../test'
import { expectReflow } from './reflow'

/** What depends on the colours: the rest of a page is the same in the dark. */
const ofColours = ['color-contrast', 'link-in-text-block']
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** No violation of WCAG 2.2 AA that a machine can find, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // A letter's frame runs no script, and so not axe either: what is looked at is the frame alone.
  await page.locator('iframe').evaluateAll((frames: HTMLIFrameElement[]) => {
    for (const frame of frames)
      frame.replaceWith(Object.assign(document.createElement('iframe'), { title: frame.title }))
  })
  await look(page, 'light', (axe) => axe.withTags(tags))
  await look(page, 'dark', (axe) => axe.withRules(ofColours))
}

/** That of the colours alone. */
export async function expectLegible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) await look(page, colorScheme, (axe) => axe.withRules(ofColours))
}

async function look(page: Page, colorScheme: 'light' | 'dark', by: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  // The colours are those of the scheme once it has come to the page and nothing fades any more.
  await page.waitForFunction((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colorScheme)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  const { violations } = await by(new AxeBuilder({ page })).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
  expect.soft(found, `${page.url()} in ${colorScheme}`).toEqual([])
}

/** A title, one h1, the language, and room on the narrowest of phones. */
export async function expectSound(page: Page, locale: string): Promise<void> {
  const where = page.url()
  await expect.soft(page, where).toHaveTitle(/\S.{3,}/)
  await expect.soft(page.locator('html'), where).toHaveAttribute('lang', locale)
  await expect.soft(page.locator('h1'), where).toHaveCount(1)
  await expect.soft(page.locator('main'), where).toHaveCount(1)
  // Its words are the longer ones: what has room for Russian is looked at in English where it is tightest alone.
  await expectReflow(page, ...(locale === 'ru' ? [] : [['as it is', 'with all text at 200 %'] as const]))
}
