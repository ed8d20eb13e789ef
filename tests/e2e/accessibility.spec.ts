import { locales } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { arriveAsStaff } from './helpers/arrive'
import { expectAccessible, expectSound } from './helpers/looks'
import { Officer } from './helpers/officer'
import { pages } from './helpers/pages'
import { Patient, personOf } from './helpers/patient'
import { expectReflow } from './helpers/reflow'
import { newScene, workOn, type Scene } from './helpers/scene'
import { expect, test } from './test'

const slug = 'imed'
let scene: Scene

test.beforeAll(async ({ sql }) => {
  scene = await newScene(sql, slug)
  await workOn(sql, scene)
  for (const daysAgo of [40, 30, 28, 9])
    await newScene(sql, slug, { daysAgo, kind: 'deletion', ground: 'stop-processing' })
})

const admin = 'admin@portal.example'
const lead = `lead@${slug}.example`

for (const [route, { for: audience, path, redirects }] of Object.entries(pages)) {
  // The own case stands further down: it takes a code.
  if (audience === 'requester' || redirects) continue
  test(`${route} can be used by everybody`, async ({ open, sql }) => {
    const page = await open()
    if (audience !== 'anybody') await arriveAsStaff(page, sql, audience === 'admin' ? admin : lead)
    for (const locale of locales) {
      await page.goto(path(scene, locale))
      await expectSound(page, locale)
      if (locale === 'ru') await expectAccessible(page)
    }
  })
}

test('the clinics of somebody who works for several can be used by everybody', async ({ open }) => {
  const officer = new Officer(await open(), 'auditor@portal.example', 'en')
  await officer.signIn()
  await expect(officer.page).toHaveURL(paths.admin('en'))
  await expectSound(officer.page, 'en')
  await expectAccessible(officer.page)
})

test('menus, folded parts and finds stay on the narrowest of phones', async ({ open, sql }) => {
  const page = await open({ viewport: { width: 320, height: 640 } })
  await arriveAsStaff(page, sql, lead)
  await page.goto(paths.request('ru', slug, scene.requestId))
  await page.locator('main details').evaluateAll((parts: HTMLDetailsElement[]) => {
    for (const part of parts) part.open = true
  })
  await expectReflow(page)
  await page.locator('[data-search]').fill('Ветрова')
  await page.locator('[data-search]').press('Enter')
  await expect(page.getByRole('search').getByRole('link').first()).toBeVisible()
  await expectReflow(page)
  for (const menu of [page.locator('header button[aria-expanded]').first(), page.locator('header button').last()]) {
    await page.goto(paths.queue('ru', slug))
    await menu.click()
    await expectReflow(page)
  }
})

test('every step of filing and the own case can be used by everybody', async ({ open }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', slug, scene.mailbox)
  await patient.choose('access')
  await page.getByRole('button', { name: patient.words.form.next, exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Осталось поправить' })).toBeFocused()
  await expectSound(page, 'ru')
  await expectAccessible(page)

  await patient.fill(personOf(patient.mailbox.address))
  await patient.review()
  await expect(page.getByRole('heading', { name: patient.words.form.review.title })).toBeFocused()
  await expectSound(page, 'ru')
  await expectAccessible(page)

  await page.goto(paths.findCase('ru', slug))
  await patient.askForCode(scene.reference)
  await patient.mailbox.next(/код/i)
  await expectAccessible(page)
  await page.goto(paths.findCase('ru', slug))
  await patient.enter(scene.reference)
  for (const locale of locales) {
    await page.goto(paths.ownCase(locale, slug, scene.reference))
    await expectSound(page, locale)
  }
  await expectAccessible(page)
})
