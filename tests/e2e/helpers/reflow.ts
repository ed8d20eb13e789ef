import type { Page } from '@playwright/test'
import { expect } from '../test'

/** The ways in which people have letters twice as large. */
const enlargements = {
  'as it is': async () => {},
  'with a root font of 200 %': (page: Page) => resize(page, 'root'),
  // As WebKit's text zoom: each letter, and nothing that is measured by them.
  'with all text at 200 %': (page: Page) => resize(page, 'text'),
  'with the browser’s font at 200 %': (page: Page) => setFonts(page, 32),
}

type Enlargement = keyof typeof enlargements

/** Nothing leaves the narrowest of phones, whatever the size of its letters; what scrolls is reached with keys. */
export async function expectReflow(
  page: Page,
  ways: readonly Enlargement[] = Object.keys(enlargements) as Enlargement[],
): Promise<void> {
  const viewport = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  for (const how of ways) {
    await enlargements[how](page)
    await expect.soft.poll(() => page.evaluate(findOutside), { message: `${page.url()} ${how}` }).toEqual([])
    await resize(page, 'back')
    await setFonts(page, 16)
  }
  if (viewport) await page.setViewportSize(viewport)
}

async function setFonts(page: Page, standard: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.setFontSizes', { fontSizes: { standard, fixed: (standard * 13) / 16 } })
  await devtools.detach()
}

const resize = (page: Page, what: 'root' | 'text' | 'back') =>
  page.evaluate((how) => {
    const elements = [...document.querySelectorAll<HTMLElement>('html, body, body *')]
    const sizes = elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    elements.forEach((element, at) => {
      if (how === 'back') element.style.fontSize = ''
      else if (how === 'text' && at > 0) element.style.fontSize = `${2 * (sizes[at] ?? 16)}px`
      else if (how === 'root' && at === 0) element.style.fontSize = '200%'
    })
  }, what)

/** What stands over an edge of the screen, or scrolls where no key reaches it. Runs in the page. */
function findOutside(): string[] {
  const root = document.documentElement
  const width = root.clientWidth
  const all = [...document.querySelectorAll<HTMLElement>('body *')]
  const nameOf = (element: Element) => `<${element.tagName.toLowerCase()}> ${element.textContent?.trim().slice(0, 40)}`
  const isCut = (element: Element): boolean => {
    const parent = element.parentElement
    if (!parent || parent === document.body) return false
    const isWithin = parent.getBoundingClientRect().right <= width + 1
    return (isWithin && getComputedStyle(parent).overflowX !== 'visible') || isCut(parent)
  }
  const outside = all.filter((element) => {
    const { left, right, height, width: own } = element.getBoundingClientRect()
    return own > 1 && height > 1 && right > 0 && (right > width + 1 || left < -1) && !isCut(element)
  })
  const stuck = all.filter(
    (element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      /auto|scroll/.test(getComputedStyle(element).overflowX) &&
      !/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) &&
      element.tabIndex < 0 &&
      !element.querySelector('a, button, input, select'),
  )
  return [
    ...(root.scrollWidth > width ? [`the page by ${root.scrollWidth - width} px`] : []),
    ...outside.slice(0, 5).map(nameOf),
    ...stuck.map((element) => `no key scrolls ${nameOf(element)}`),
  ]
}
