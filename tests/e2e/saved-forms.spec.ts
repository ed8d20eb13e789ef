import type { BrowserContextOptions, Page } from '@playwright/test'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { localDate } from '@/lib/core/zoned'
import { formatDateWithWeekday, formatTime } from '@/lib/i18n/format'
import { findOperator } from '@/lib/operators/queries'
import { formatSavedKey } from '@/lib/text/saved-key'
import { expectAccessible, expectSound } from './helpers/looks'
import { newMailbox } from './helpers/mail'
import { Patient } from './helpers/patient'
import { typedOn, typeInto } from './helpers/typed-forms'
import { messages, said } from './helpers/words'
import { ownClinics } from '../support/own-clinics'
import { expect, phone, test } from './test'

const slug = ownClinics.savedForms

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** Not enough to be filed, and not all of it right. */
const typed = {
  requesterType: 'representative',
  'representative.lastName': 'Ветров',
  'subject.lastName': 'Ветрова',
  'subject.birthDate': '31.02',
  'correction.right': 'Ветрова,\nпервая строка\nи вторая',
  'contact.email': 'lidia@',
  'relation.contractNumber': '17-б',
  'signature.statement?': 'on',
}

const form = (page: Page) => page.locator('main form').first()
const whatIsTyped = (page: Page) => typedOn(form(page), Object.keys(typed))

/** Presses the button, and reads the key as it is to be written down. */
async function save(page: Page, locale: Locale): Promise<string> {
  await page.getByRole('button', { name: messages[locale].form.save }).click()
  await expect(page).toHaveURL(paths.savedKey(locale, slug))
  const shown = await page
    .getByRole('paragraph')
    .filter({ hasText: /^[\d\s]+$/ })
    .innerText()
  const key = shown.replaceAll(/\s/g, '')
  expect(key).toMatch(/^\d{20}$/)
  return key
}

/** As somebody who comes back does, from the clinic's page. */
async function open(page: Page, locale: Locale, key: string): Promise<void> {
  const { saved } = messages[locale]
  await page.goto(paths.operator(locale, slug))
  await page.getByRole('link', { name: saved.link }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(saved.enter.title)
  await enter(page, locale, key)
}

async function enter(page: Page, locale: Locale, key: string): Promise<void> {
  const { enter: words } = messages[locale].saved
  await page.getByLabel(words.key, { exact: true }).fill(key)
  await page.getByRole('button', { name: words.open }).click()
}

const variants: { name: string; locale: Locale; person: BrowserContextOptions }[] = [
  { name: 'in Russian at a desk', locale: 'ru', person: {} },
  { name: 'in English on a phone', locale: 'en', person: { viewport: phone, hasTouch: true } },
  { name: 'in Russian without scripts', locale: 'ru', person: { javaScriptEnabled: false, viewport: phone } },
]

for (const { name, locale, person } of variants) {
  test(`a form is saved, opened elsewhere as it was left, and filed, ${name}`, async ({ open: openPage, sql }) => {
    const clinic = await findOperator(slug)
    if (!clinic) throw new Error('No clinic')
    const mailbox = newMailbox('saved')
    const page = await openPage(person)
    const patient = new Patient(page, locale, slug, mailbox)
    const { saved } = patient.words
    const requests = async () => (await sql`select from request where operator_id = ${clinic.id}`).length
    const before = await requests()

    await patient.choose('correction')
    await typeInto(form(page), typed)
    await page.locator('[name=files]').setInputFiles({ name: 'паспорт.png', mimeType: 'image/png', buffer: pixel })
    const left = await whatIsTyped(page)
    const key = await save(page, locale)
    const main = page.locator('main')
    await test.step('the page says what was saved, until when, and that nothing was sent', async () => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(saved.key.title)
      const [row] = await sql<{ at: Date }[]>`
        select expires_at as at from saved_form where operator_id = ${clinic.id} order by expires_at desc limit 1`
      const at = row?.at ?? new Date(0)
      expect(Math.abs(at.getTime() - Date.now() - 24 * 3_600_000)).toBeLessThan(60_000)
      const day = formatDateWithWeekday(localDate(at, clinic.timeZone), locale)
      await expect(main).toContainText(`${day}, ${formatTime(at, locale, clinic.timeZone)}`)
      await expect(main).toContainText(formatSavedKey(key))
      await expect(main).toContainText(clinic.profile.legalName[locale])
      await expect(main).toContainText(patient.words.kinds.title.correction)
      await expect(main).toContainText(said(saved.key.files, { count: 1 }, locale))
      await expect(main.getByRole('link', { name: paths.saved(locale, slug) })).toBeVisible()
      expect(await requests()).toBe(before)
    })

    await test.step('"Done" leaves nothing in the browser', async () => {
      await page.getByRole('button', { name: saved.key.done }).click()
      await expect(page).toHaveURL(paths.operator(locale, slug))
      await page.goBack()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(saved.enter.title)
      await expect(main).not.toContainText(formatSavedKey(key))
      await page.goto(paths.newRequest(locale, slug, 'correction'))
      await expect(page.locator('[name="subject.lastName"]')).toHaveValue('')
      expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain('saved-form')
    })

    const other = await openPage(person)
    await test.step('the key opens it elsewhere, as it was left', async () => {
      await open(other, locale, ` ${formatSavedKey(key).replaceAll(' ', '-').replaceAll('0', 'о')}`)
      await expect(other).toHaveURL(paths.openedForm(locale, slug, 'correction'))
      await expect(other.getByRole('heading', { level: 1 })).toHaveText(patient.words.kinds.title.correction)
      expect(await whatIsTyped(other)).toEqual(left)
      await expect(other.getByRole('checkbox', { name: 'паспорт.png' })).toBeChecked()
      await expect(other.locator('main')).toContainText(saved.opened.slice(0, 30))
      expect(other.url()).not.toContain(key)
    })

    await test.step('it is put right and filed, and is kept no longer', async () => {
      const again = new Patient(other, locale, slug, mailbox)
      await again.fill({
        'representative.firstName': 'Пётр',
        'subject.firstName': 'Лидия',
        'subject.birthDate': '3.5.1980',
        'contact.email': mailbox.address,
        'signature.name': 'Пётр Ветров',
      })
      await again.review()
      const number = await again.send()
      const [row] = await sql`select count(*)::int as files from attachment join request on request.id = request_id
        where reference = ${number}`
      expect(row?.['files']).toBe(1)
      await open(other, locale, key)
      const clinicName = clinic.profile.name[locale]
      await expect(other.getByText(said(saved.enter.wrong, { clinic: clinicName, hours: 24 }, locale))).toBeVisible()
    })
  })
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`a key that is wrong, too old or another clinic’s is told the same, ${how}`, async ({ open: openPage, sql }) => {
    const page = await openPage({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', slug, newMailbox('wrong-key'))
    const { saved, errors } = patient.words
    await patient.choose('access')
    const keys = [await save(page, 'ru')]
    await sql`update saved_form set expires_at = now() where expires_at = (select max(expires_at) from saved_form)`
    await page.goto('/ru/imed/new/access')
    await page.getByRole('button', { name: patient.words.form.save }).click()
    keys.push(
      (
        await page
          .getByRole('paragraph')
          .filter({ hasText: /^[\d\s]+$/ })
          .innerText()
      ).replaceAll(/\s/g, ''),
    )
    keys.push('00000000000000000000')
    await page.goto(paths.saved('ru', slug))
    const screens: string[] = []
    for (const key of keys) {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await enter(page, 'ru', key)
      await answered
      const clinic = (await findOperator(slug))?.profile.name.ru ?? ''
      await expect(page.getByText(said(saved.enter.wrong, { clinic, hours: 24 }))).toBeVisible()
      await expect(page.getByLabel(saved.enter.key, { exact: true })).toHaveValue(key)
      await expect(page.getByRole('button', { name: saved.enter.open })).toBeVisible()
      screens.push(await page.locator('main').innerText())
    }
    expect(new Set(screens).size).toBe(1)
    await enter(page, 'ru', '1234 5678')
    await expect(page.getByText(errors.badKey)).toBeVisible()
  })

  test(`a form that is saved again keeps its key, and one may go on at once, ${how}`, async ({ open: openPage }) => {
    const page = await openPage({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', slug, newMailbox('again'))
    const { saved } = patient.words
    await patient.choose('access')
    await patient.fill({ details: 'Сначала' })
    const key = await save(page, 'ru')
    await page.getByRole('link', { name: saved.key.goOn }).click()
    await expect(page.locator('[name=details]')).toHaveValue('Сначала')
    await patient.fill({ details: 'Потом' })
    expect(await save(page, 'ru')).toBe(key)
    // Another language is the same page.
    await page.locator('a[hreflang=en]').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages.en.saved.key.title)
    await expect(page.locator('main')).toContainText(formatSavedKey(key))
    const other = await openPage({ javaScriptEnabled })
    await open(other, 'ru', key)
    await expect(other.locator('[name=details]')).toHaveValue('Потом')
  })
}

test('going Back after saving shows nothing of what was typed', async ({ open: openPage }) => {
  const page = await openPage()
  const patient = new Patient(page, 'ru', slug, newMailbox('back'))
  await patient.choose('access')
  await patient.fill({ details: 'Никому' })
  const key = await save(page, 'ru')
  const isEmpty = async () => {
    await expect(page.locator('[name=details]')).toHaveValue('')
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Никому')
  }
  await page.goBack()
  await isEmpty()
  // Neither does what was opened, once it is saved again.
  await open(page, 'ru', key)
  await expect(page.locator('[name=details]')).toHaveValue('Никому')
  await save(page, 'ru')
  await page.getByRole('button', { name: patient.words.saved.key.done }).click()
  await expect(page).toHaveURL(paths.operator('ru', slug))
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(patient.words.saved.enter.title)
  await page.goBack()
  await isEmpty()
  await expect(page.locator('main')).toContainText(patient.words.saved.closed.slice(0, 30))
})

test('what is typed into an opened form outlives a reload, and gives way to a form that is opened anew', async ({
  open: openPage,
}) => {
  const page = await openPage()
  const patient = new Patient(page, 'ru', slug, newMailbox('reload'))
  await patient.choose('access')
  await patient.fill({ details: 'Сохранено' })
  const key = await save(page, 'ru')
  await patient.choose('access')
  await patient.fill({ details: 'Другое, из этой же вкладки' })
  await open(page, 'ru', key)
  await expect(page.locator('[name=details]')).toHaveValue('Сохранено')
  // The browser opens the form for a short while; what it holds stays in the tab.
  await page.context().clearCookies()
  await page.reload()
  await expect(page.locator('[name=details]')).toHaveValue('Сохранено')
  await patient.fill({ details: 'Сохранено и дописано' })
  await page.reload()
  await expect(page.locator('[name=details]')).toHaveValue('Сохранено и дописано')
  expect(await save(page, 'ru')).toBe(key)
})

test('Enter in a field reviews, and saves nothing', async ({ open: openPage }) => {
  const page = await openPage({ javaScriptEnabled: false })
  await page.goto(paths.newRequest('ru', slug, 'access'))
  await page.locator('[name="subject.lastName"]').press('Enter')
  await expect(page.getByText(messages.ru.errors.required).first()).toBeVisible()
})

test('a file that is not taken is named before anything is saved', async ({ open: openPage }) => {
  const page = await openPage()
  await page.goto(paths.newRequest('ru', slug, 'access'))
  const script = { name: 'чек.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') }
  await page.locator('[name=files]').setInputFiles(script)
  await page.getByRole('button', { name: messages.ru.form.save }).click()
  await expect(page.locator('#f-uploads-error')).toContainText(`чек.pdf: ${messages.ru.errors['file-type']}`)
  // It is out of the form already: nothing has to be removed by hand.
  await expect(page.getByRole('button', { name: `${messages.ru.form.files.remove}: чек.pdf` })).toHaveCount(0)
  await save(page, 'ru')
})

test('the pages of a saved form can be used by everybody, and the key can be printed', async ({ open: openPage }) => {
  const page = await openPage()
  for (const locale of ['en', 'ru'] as const) {
    await page.goto(paths.newRequest(locale, slug, 'access'))
    const key = await save(page, locale)
    await expectSound(page, locale)
    await expectAccessible(page)
    await page.emulateMedia({ media: 'print', colorScheme: 'light' })
    await expect(page.locator('main :is(button, form)').filter({ visible: true })).toHaveCount(0)
    await expect(page.locator('main')).toContainText(formatSavedKey(key))
    await page.emulateMedia({ media: 'screen' })
    await open(page, locale, '0'.repeat(20))
    await expect(page.locator('[name=savedKey][aria-invalid=true]')).toBeFocused()
    await expectSound(page, locale)
    await expectAccessible(page)
    await enter(page, locale, key)
    await expect(page.locator('main')).toContainText(messages[locale].saved.opened.slice(0, 30))
    await expectSound(page, locale)
    await expectAccessible(page)
  }
})
