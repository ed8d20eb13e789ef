import type { Page } from '@playwright/test'
import { paths } from '@/lib/core/links'
import { findOperator } from '@/lib/operators/queries'
import { Officer } from './helpers/officer'
import { Patient } from './helpers/patient'
import { newScene, type Scene, workOn } from './helpers/scene'
import { expect, test } from './test'

// What lies on the paper: ink without backgrounds, and nothing that can be pressed.

const slug = 'imvizhn'
let scene: Scene

test.beforeAll(async ({ sql }) => {
  scene = await newScene(sql, slug, { daysAgo: 12, kind: 'deletion', ground: 'unneeded', details: 'Удалите снимки.' })
  await workOn(sql, scene)
})

/** Goes there and prints, as far as the screen shows it. */
async function printed(page: Page, path: string): Promise<Page> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await page.goto(path)
  await expect(page.locator('main :is(button, input, textarea, select, form)').filter({ visible: true })).toHaveCount(0)
  return page
}

/** Width and height of each sheet, in points. */
async function sheets(page: Page): Promise<[number, number][]> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Number(width),
    Number(height),
  ])
}

test('a receipt on paper names the clinic, the moment and the due day', async ({ open }) => {
  const page = await printed(await open(), paths.receipt('ru', slug, scene.receipt))
  const { profile } = (await findOperator(slug)) ?? {}
  await expect(page.locator('main')).toContainText(profile?.legalName.ru ?? 'none')
  await expect(page.locator('main')).toContainText(/Поступило \d+ \S+ 20\d\d\sгода в \d\d:\d\d по времени клиники/)
  const due = page.locator('td').filter({ hasText: ': ответ' }).locator('span').first()
  await expect(due).toHaveCSS('border-bottom-style', 'double')
  await expect(due).toHaveCSS('color', 'rgb(16, 32, 43)')
})

test('one’s own case on paper has what was asked and answered, and no forms', async ({ open }) => {
  const page = await open()
  await page.goto(paths.findCase('ru', slug))
  await new Patient(page, 'ru', slug, scene.mailbox).enter(scene.reference)
  await printed(page, paths.ownCase('ru', slug, scene.reference))
  await expect(page.getByText('Удалите снимки.')).toBeVisible()
  await expect(page.getByText('Отозвать обращение')).toBeHidden()
})

test('an officer’s case on paper has no buttons and no forms', async ({ open }) => {
  const page = await open()
  await new Officer(page, `lead@${slug}.example`).signIn()
  await printed(page, paths.request('ru', slug, scene.requestId))
  await expect(page.locator('main summary').filter({ visible: true })).toHaveCount(0)
  await expect(page.getByText('Удалите снимки.')).toBeVisible()
})

test('the register lies on its side, and none of its columns is cut', async ({ open }) => {
  const page = await open()
  await new Officer(page, `lead@${slug}.example`).signIn()
  await printed(page, paths.register('ru', slug))
  // A4 without its margins of 10 mm.
  const width = Math.floor((277 / 25.4) * 96)
  await page.setViewportSize({ width, height: 700 })
  const table = page.getByRole('table')
  expect(await table.evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(width)
  await expect(table.locator('thead')).toHaveCSS('display', 'table-header-group')
  const all = await sheets(page)
  expect(all.length).toBeGreaterThan(0)
  for (const [across, down] of all) expect(across).toBeGreaterThan(down)
})
