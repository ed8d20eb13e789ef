import type { Locator, Page } from '@playwright/test'
import { paths } from '@/lib/core/links'
import { Officer } from './helpers/officer'
import { newScene, type Scene } from './helpers/scene'
import { messages } from './helpers/words'
import { expect, test } from './test'

// Where people choose the colours themselves (Windows' high contrast), the browser drops every shadow and our backgrounds
// with it: what two things differ by has to be a frame, a filling of the system's, or something drawn.

const slug = 'imvizhn'
let scene: Scene

test.beforeAll(async ({ sql }) => {
  scene = await newScene(sql, slug, { daysAgo: 3 })
  // One that is overdue.
  await newScene(sql, slug, { daysAgo: 40 })
})

/** What somebody sees of an element who sees no colour of ours: each part of the answer is drawn. */
const look = (element: Locator): Promise<string> =>
  element.first().evaluate((node) =>
    ['', '::before', '::after']
      .map((part) => {
        const style = getComputedStyle(node, part || null)
        if (part && (style.content === 'none' || style.content === 'normal')) return ''
        const line = (width: string, kind: string) => (kind === 'none' || width === '0px' ? '' : `${kind} ${width}`)
        const sides = ['top', 'right', 'bottom', 'left'].map((side) =>
          line(style.getPropertyValue(`border-${side}-width`), style.getPropertyValue(`border-${side}-style`)),
        )
        const image = style.backgroundImage === 'none' ? '' : style.backgroundImage
        return [part, ...sides, line(style.outlineWidth, style.outlineStyle), style.backgroundColor, image].join(',')
      })
      .join(' '),
  )

async function expectApart(page: Page, pairs: Record<string, readonly [string, string]>): Promise<void> {
  for (const [what, [one, other]] of Object.entries(pairs)) {
    await expect.soft(page.locator(one).first(), `${what}: ${one}`).toBeAttached()
    await expect.soft(page.locator(other).first(), `${what}: ${other}`).toBeAttached()
    expect.soft(await look(page.locator(one)), what).not.toBe(await look(page.locator(other)))
  }
}

/** What the keyboard stands on has a line around it that it had not before. */
async function expectFocusShown(page: Page, selector: string): Promise<void> {
  const element = page.locator(selector).first()
  const before = await look(element)
  await element.focus()
  await page.keyboard.press('Shift')
  expect.soft(await look(element), `focus on ${selector}`).not.toBe(before)
  const outline = await element.evaluate((node) =>
    ['', '::after']
      .map((part) => getComputedStyle(node, part || null))
      .some((s) => Number.parseFloat(s.outlineWidth) > 1),
  )
  expect.soft(outline, `focus on ${selector}`).toBe(true)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`colours that people choose, ${colorScheme}`, () => {
    const chosen = { forcedColors: 'active', colorScheme } as const

    test('leave apart what a clinic’s page shows', async ({ open }) => {
      const page = await open(chosen)
      await page.goto(paths.operator('ru', slug))
      await expectApart(page, {
        'a bar and its track': ['[class*=_track]', '[class*=_bar]'],
      })
      await expectFocusShown(page, 'main a')

      await page.goto(paths.receipt('ru', slug, scene.receipt))
      await expectApart(page, {
        'the day that is due, and another': ['td[class*=_due] [class*=_day]', 'td[class*=_counted] [class*=_day]'],
        'a day that counts, and one outside': ['td[class*=_counted]', 'td:not([class])'],
        'the day of the event': ['td[class*=_event] [class*=_day]', 'td[class*=_counted] [class*=_day]'],
      })
    })

    test('leave apart fields with an error and without', async ({ open }) => {
      const page = await open(chosen)
      await page.goto(paths.newRequest('ru', slug, 'access'))
      await page.getByRole('button', { name: messages.ru.form.next, exact: true }).click()
      await expect(page.locator('[aria-invalid=true]').first()).toBeVisible()
      await expectApart(page, {
        'a field with an error': ['input[aria-invalid=true]', 'input[type=text]:not([aria-invalid]), input[type=tel]'],
      })
      for (const error of await page.locator('[id$=-error]').all())
        await expect.soft(error.locator('svg')).toBeVisible()
      await expectFocusShown(page, 'input[aria-invalid=true]')
      await expectFocusShown(page, 'button[type=submit]')
    })

    test('leave apart what officers work by', async ({ open }) => {
      const { page } = await signedIn(await open(chosen), `lead@${slug}.example`)
      await page.goto(paths.queue('ru', slug))
      await expectApart(page, {
        'the filter in use': ['nav a[aria-current][data-filter]', 'nav a[data-filter]:not([aria-current])'],
        'the section in use': ['nav [aria-current=page]', 'nav a:not([aria-current]):not([data-filter])'],
        'a row that is overdue': [
          'tr[data-tone=overdue] td:first-child',
          'tr:not([data-tone=overdue]):not([data-tone=today]) td:first-child',
        ],
        'a date that is over': [
          'tr[data-tone=overdue] [class*=_due] strong',
          'tr[data-tone=calm] [class*=_due] strong',
        ],
        'rings of other days': [
          'tr[data-tone=overdue] [role=img]',
          'tr:not([data-tone=overdue]):not([data-tone=today]) [role=img]',
        ],
      })
      const rings = page.locator('tbody [role=img]')
      expect(await rings.first().evaluate((ring) => getComputedStyle(ring, '::before').backgroundImage)).toContain(
        'conic',
      )
      await expectFocusShown(page, 'nav a[data-filter]')
      await expectFocusShown(page, 'tbody a[data-row]')

      await page.goto(paths.request('ru', slug, scene.requestId))
      await page.locator('main details').evaluateAll((parts: HTMLDetailsElement[]) => {
        for (const part of parts) part.open = true
      })
      await expectApart(page, {
        'the day that is due': ['td[data-due]', 'td[data-why=counted]:not([data-due])'],
        'a day that does not count': ['td[data-why=skipped]', 'td[data-why=counted]:not([data-due])'],
        'the day of the event': ['td[data-why=event]', 'td[data-why=counted]:not([data-due])'],
      })
    })

    test('leave apart the days of the production calendar', async ({ open }) => {
      const { page } = await signedIn(await open(chosen), 'admin@portal.example')
      await page.goto(`${paths.calendars('ru')}?year=2027`)
      await page.locator('button[name=date][value="2027-04-05"]').click()
      await page.locator('[name=kind]').selectOption('holiday')
      await page.getByRole('button', { name: messages.ru.adminDeadlines.calendar.editor.setDay }).click()
      await expect(page.locator('td[data-changed]').first()).toBeVisible()
      const kinds = ['working', 'weekend', 'holiday', 'day-off', 'working-weekend']
      const looks = await Promise.all(
        kinds.map(async (kind) => {
          const day = page.locator(`td[data-kind=${kind}]:not([data-changed]):not([data-today])`)
          const number = day.first().locator('button, span').first()
          return `${await look(day)} ${await number.evaluate((node) => getComputedStyle(node).color)}`
        }),
      )
      expect(new Set(looks).size, looks.join('\n')).toBe(kinds.length)
      await expectApart(page, {
        'a day that the draft has changed': [
          'td[data-kind=holiday][data-changed]',
          'td[data-kind=holiday]:not([data-changed])',
        ],
        'the day that is picked': ['button[name=date][aria-pressed=true]', 'button[name=date][aria-pressed=false]'],
        'the year that is shown': ['main nav a[aria-current]', 'main nav a:not([aria-current])'],
      })
      await expectFocusShown(page, 'button[name=date]')
    })
  })
}

async function signedIn(page: Page, email: string): Promise<Officer> {
  const officer = new Officer(page, email)
  await officer.signIn()
  return officer
}
