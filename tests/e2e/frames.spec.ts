import type { Browser, Frame } from '@playwright/test'
import { locales } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { frameableClinic } from '@/lib/operators/frame-sites'
import { pixel } from '../support/files'
import { frameSite as site, ownClinics } from '../support/own-clinics'
import { testPortal } from '../support/portal'
import { arriveAsRequester } from './helpers/arrive'
import { expectAccessible, expectSound } from './helpers/looks'
import { newMailbox } from './helpers/mail'
import { Officer } from './helpers/officer'
import { openOuter } from './helpers/outer-site'
import { handlers, pages } from './helpers/pages'
import { Patient, personOf } from './helpers/patient'
import { newScene } from './helpers/scene'
import { messages } from './helpers/words'
import { expect, test } from './test'

const slug = ownClinics.frames

const framed = (path: string) => `<iframe src="${testPortal().url}${path}" width="100%" height="800"></iframe>`

/** The path shown in a frame of a site; undefined where the browser refuses. */
async function frameOn(browser: Browser, where: string, path: string): Promise<Frame | undefined> {
  const { page, frame } = await openOuter(browser, where, framed(path))
  await page.context().close()
  return frame
}

/** Where links of the page lead that stay in the frame. */
const linksWithin = (frame: Frame) =>
  frame
    .locator('a[href]:not([target])')
    .evaluateAll((links: HTMLAnchorElement[]) =>
      links
        .filter(({ protocol }) => protocol.startsWith('http'))
        .map(({ href, origin, pathname, search }) => (origin === location.origin ? pathname + search : href)),
    )

const expectNoneTrapped = async (frame: Frame) =>
  expect((await linksWithin(frame)).filter((path) => frameableClinic(path) !== slug)).toEqual([])

test('a lead names a site, and is shown the code for it', async ({ open, browser }) => {
  const page = await open()
  const words = messages.ru.profile
  const another = 'https://www.nord.example'
  await new Officer(page, `lead@${slug}.example`).signIn()
  await page.goto(paths.links('ru', slug))
  await page.getByRole('link', { name: messages.ru.links.frame.allow }).click()
  const field = page.locator('[name="frames.1.site"]')
  await field.fill(`${another}/contacts`)
  await page.getByRole('button', { name: words.part.save }).click()
  await expect(page.getByText(words.errors.badSite)).toBeVisible()
  await expect(field).toHaveValue(`${another}/contacts`)
  await expectSound(page, 'ru')
  await expectAccessible(page)
  await field.fill('https://WWW.nord.example/')
  await page.getByRole('button', { name: words.part.save }).click()
  await expect(page.getByText(words.part.saved)).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue(another)
  expect(await frameOn(browser, another, paths.operator('ru', slug)), 'it is a draft').toBeUndefined()
  await page.goto(paths.profile('ru', slug))
  await page.getByRole('button', { name: /^Опубликовать версию \d+$/ }).click()
  await expect(page.getByText(/^Правок нет: действует версия \d+\.$/)).toBeVisible()

  for (const locale of locales) {
    await expect(async () => {
      await page.goto(paths.links(locale, slug))
      await expect(page.getByText(another)).toBeVisible({ timeout: 500 })
    }).toPass()
    await expectSound(page, locale)
    await expectAccessible(page)
    const code = page.locator('pre', { hasText: '<iframe' }).filter({ hasText: paths.operator(locale, slug) })
    const { page: outer, frame } = await openOuter(browser, another, await code.innerText())
    await expect(frame!.getByRole('heading', { level: 1 })).toHaveText(messages[locale].public.hero.title)
    await outer.context().close()
  }
})

test('where no site is named, the links say how to name one', async ({ open }) => {
  const page = await open()
  const { none, noneHint, allow } = messages.ru.links.frame
  await new Officer(page, `officer@${ownClinics.profile}.example`).signIn()
  await page.goto(paths.links('ru', ownClinics.profile))
  await expect(page.getByText(none)).toBeVisible()
  await expect(page.getByText(noneHint)).toBeVisible()
  await expect(page.getByRole('link', { name: allow })).toHaveCount(0)
})

for (const locale of locales)
  for (const javaScriptEnabled of [true, false])
    test(`a request is filed in a frame, in ${locale} ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
      browser,
      sql,
    }) => {
      const { page, frame } = await openOuter(browser, site, framed(paths.operator(locale, slug)), {
        javaScriptEnabled,
      })
      if (!frame) throw new Error('The frame was refused')
      await expectNoneTrapped(frame)
      await frame
        .locator(`a[href="${paths.newRequest(locale, slug, 'access')}"]`)
        .first()
        .click()
      const patient = new Patient(frame, locale, slug, newMailbox('framed'))
      await expect(frame.getByRole('heading', { level: 1 })).toHaveText(patient.words.kinds.title.access)
      await expectNoneTrapped(frame)
      await patient.fill(personOf(patient.mailbox.address))
      await frame.locator('[name=files]').setInputFiles({ name: 'doc.png', mimeType: 'image/png', buffer: pixel })
      expect(await page.context().cookies(), 'nothing in a frame needs a cookie').toEqual([])

      await test.step('saving it for later is for a tab of its own', async () => {
        const { save, saveFramed, openApart } = patient.words.form
        const button = frame.getByRole('button', { name: save })
        if (javaScriptEnabled) {
          await expect(frame.getByText(saveFramed)).toBeVisible()
          await expect(button).toHaveCount(0)
          await expect(frame.getByRole('link', { name: openApart })).toHaveAttribute('target', '_blank')
          return
        }
        const opened = page.context().waitForEvent('page')
        await button.click()
        const tab = await opened
        await expect(tab.getByRole('heading', { name: patient.words.saved.key.title })).toBeVisible()
        await tab.close()
      })

      await test.step('what is beside it opens in a tab, and what is typed stays', async () => {
        const opened = page.context().waitForEvent('page')
        await frame.getByRole('link', { name: patient.words.common.checkRequest }).click()
        const tab = await opened
        await expect(tab.getByRole('heading', { name: patient.words.case.find.title })).toBeVisible()
        await tab.close()
        await expect(frame.locator('[name="subject.lastName"]')).toHaveValue('Ветрова')
      })

      // A mistake is told, and put right.
      await frame.locator('[name="contact.email"]').fill('nobody')
      await patient.review()
      await expect(frame.locator('#f-contact\\.email-error, [aria-invalid=true]').first()).toBeVisible()
      await patient.fill({ 'contact.email': patient.mailbox.address })
      await frame.getByRole('button', { name: patient.words.form.next, exact: true }).click()
      const reference = await patient.send()
      await expectNoneTrapped(frame)
      // Where a script has led to the receipt, nothing is left to be lost: the case takes the place of the site.
      await expect(frame.getByRole('link', { name: patient.words.receipt.toCase })).toHaveAttribute(
        'target',
        javaScriptEnabled ? '_top' : '_blank',
      )
      expect(page.url()).toBe(`${site}/form`)
      const filed = await sql`select 1 from request join operator on operator.id = operator_id
        where slug = ${slug} and reference = ${reference}`
      expect(filed).toHaveLength(1)
      await page.context().close()
    })

for (const javaScriptEnabled of [true, false])
  test(`what is typed in a frame goes along into the other language, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const path = paths.newRequest('ru', slug, 'access')
    const { page, frame } = await openOuter(browser, site, framed(path), { javaScriptEnabled })
    if (!frame) throw new Error('The frame was refused')
    await new Patient(frame, 'ru', slug, newMailbox('framed')).fill({ 'subject.lastName': 'Ветрова' })
    await frame.locator('header a[lang=en]:visible').click()
    if (!javaScriptEnabled) await frame.locator('form [lang=en] button').click()
    await expect(frame.locator('html')).toHaveAttribute('lang', 'en')
    await expect(frame.locator('[name="subject.lastName"]')).toHaveValue('Ветрова')
    await page.context().close()
  })

test('a form that cannot be read is answered in the frame, with what was typed', async ({ browser }) => {
  const path = paths.newRequest('ru', slug, 'access')
  const { page, frame } = await openOuter(browser, site, framed(path), { javaScriptEnabled: false })
  if (!frame) throw new Error('The frame was refused')
  await frame.locator('[name="subject.lastName"]').fill('Ветрова')
  // As a form of the version before would call it.
  await frame.locator('form').evaluate((form: HTMLFormElement) => {
    for (const field of form.querySelectorAll<HTMLInputElement>('[name^="$ACTION_"][name$=":0"]'))
      field.value = field.value.replace(/[0-9a-f]{32,}/, (id) => '0'.repeat(id.length))
  })
  await frame.getByRole('button', { name: messages.ru.form.next, exact: true }).click()
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(messages.ru.refusal.renewed.title)
  await expect(frame.getByRole('textbox')).toHaveValue(/Ветрова/)
  await page.context().close()
})

test('a browser refuses every other site, clinic and page', async ({ browser, sql }) => {
  const scene = await newScene(sql, slug)
  const form = paths.newRequest('ru', slug, 'access')
  expect(await frameOn(browser, site, form)).toBeDefined()
  expect(await frameOn(browser, site, paths.receipt('ru', slug, scene.receipt))).toBeDefined()
  for (const where of ['https://elsewhere.example', 'https://west.nord.example'])
    expect(await frameOn(browser, where, form), where).toBeUndefined()
  const refused = [
    paths.newRequest('ru', ownClinics.profile, 'access'),
    paths.openedForm('ru', slug, 'access'),
    ...[paths.operators('ru'), paths.signIn('ru'), paths.findCase('ru', slug), paths.saved('ru', slug)],
    ...[paths.links('ru', slug), paths.confirmEmail('ru', slug, scene.confirm), '/ru/demo/mail', '/ru/no/such'],
  ]
  for (const path of refused) expect(await frameOn(browser, site, path), path).toBeUndefined()
})

test('each page says who may show it in a frame', async ({ open, sql }) => {
  const scene = await newScene(sql, slug)
  const { request } = await open()
  const allowed: string[] = []
  for (const [route, { path }] of Object.entries({ ...pages, ...handlers })) {
    const headers = (await request.get(path(scene, 'ru'), { maxRedirects: 0 })).headers()
    const policy = /frame-ancestors [^;]*/.exec(headers['content-security-policy'] ?? '')?.[0]
    if (policy?.startsWith(`frame-ancestors ${site}`) && headers['x-frame-options'] === undefined) allowed.push(route)
    else expect.soft([route, headers['x-frame-options']]).toEqual([route, 'DENY'])
    if (route in pages) expect.soft(policy, route).toBeDefined()
  }
  expect(allowed).toEqual([
    '/[locale]/[operator]',
    '/[locale]/[operator]/new/[kind]',
    '/[locale]/[operator]/receipt/[token]',
  ])
})

test('in a frame nobody is anybody, where site and portal share a domain too', async ({ open, sql }) => {
  const scene = await newScene(sql, slug)
  const page = await open()
  await arriveAsRequester(page, sql, scene)
  const receipt = async (headers: Record<string, string>) =>
    (await page.request.get(paths.receipt('ru', slug, scene.receipt), { headers })).text()
  const { askedBehindCode } = messages.ru.receipt
  expect(await receipt({})).not.toContain(askedBehindCode)
  expect(await receipt({ 'sec-fetch-dest': 'iframe' })).toContain(askedBehindCode)
})
