import { paths } from '@/lib/core/links'
import { maskEmail } from '@/lib/text/shown-email'
import { codeIn, newMailbox } from './helpers/mail'
import { Patient } from './helpers/patient'
import { said } from './helpers/words'
import { expect, test } from './test'

const slug = 'medsystems'

test('a code that does not fit, that is too old or tried too often opens nothing', async ({ open, sql }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', slug, newMailbox('codes'))
  const { find } = patient.words.case
  const number = await patient.file('access')
  const askAnew = async () => {
    await page.goto(paths.findCase('ru', slug))
    await patient.askForCode(number)
    return codeIn(await patient.mailbox.next(/код/i))
  }
  const notThe = (code: string) => code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))

  await test.step('wrong, then right', async () => {
    const code = await askAnew()
    await patient.enterCode(notThe(code))
    const field = page.getByLabel(find.code)
    await expect(field).toHaveAccessibleDescription(said(find.wrong, { left: 4 }))
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toBeFocused()
    await patient.enterCode(code)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
    await page.getByRole('button', { name: patient.words.case.own.signOut }).click()
    await expect(page).toHaveURL(paths.operator('ru', slug))
  })

  await test.step('expired', async () => {
    const code = await askAnew()
    await sql`update one_time_code set expires_at = now() - interval '1 second'
      where request_id = (select id from request where reference = ${number} and operator_id =
        (select id from operator where slug = ${slug}))`
    await patient.enterCode(code)
    await expect(page.getByText(find.old)).toBeVisible()
  })

  await test.step('the sixth try, though right', async () => {
    const code = await askAnew()
    const elsewhere = await page.context().newPage()
    await elsewhere.goto(page.url())
    for (let left = 4; left > 0; left -= 1) {
      await patient.enterCode(notThe(code))
      await expect(page.getByText(said(find.wrong, { left }))).toBeVisible()
    }
    await patient.enterCode(notThe(code))
    await new Patient(elsewhere, 'ru', slug, patient.mailbox).enterCode(code)
    for (const tab of [page, elsewhere]) {
      await expect(tab.locator('main').getByRole('alert')).toHaveText(find.noTries)
      await expect(tab.getByRole('link', { name: find.again })).toBeVisible()
      // Nothing is promised, or asked for, that is of no use any more.
      await expect(tab.getByLabel(find.code)).toHaveCount(0)
      await expect(tab.getByRole('button', { name: find.open })).toHaveCount(0)
    }
  })
})

test('what was wrong with a try is not said beside one that never left', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ru-RU' })
  const page = await context.newPage()
  const patient = new Patient(page, 'ru', slug, newMailbox('offline'))
  const { case: words, errors, common } = patient.words
  await page.goto(paths.findCase('ru', slug))
  const number = page.getByLabel(words.find.reference)
  await number.fill('что это')
  await page.getByLabel(words.find.email).fill(patient.mailbox.address)
  await page.getByRole('button', { name: words.find.send }).click()
  await expect(number).toHaveAccessibleDescription(new RegExp(errors.badReference))
  await number.fill('MG-2026-000001')
  await context.setOffline(true)
  await page.getByRole('button', { name: words.find.send }).click()
  await expect(page.getByRole('alert').filter({ hasText: common.forms.offline })).toBeFocused()
  await expect(page.locator('[aria-invalid]')).toHaveCount(0)
  await expect(number).toHaveValue('MG-2026-000001')
  await context.close()
})

test('an unknown number, and the address of somebody else, look the same as the right ones', async ({ open }) => {
  const page = await open()
  const patient = new Patient(page, 'en', slug, newMailbox('unknown'))
  const number = await patient.file('access')
  const screens: string[] = []
  for (const [asked, address] of [
    [number, 'stranger@patients.example'],
    ['MG-2026-999999', patient.mailbox.address],
    [number, patient.mailbox.address],
  ] as const) {
    await page.goto(paths.findCase('en', slug))
    await patient.askForCode(asked, address)
    // What was typed is shown, masked; the time until which a code works goes on by itself.
    const shown = await page.locator('main').innerText()
    expect(shown).toContain(asked)
    expect(shown).toContain(maskEmail(address))
    expect(shown).not.toContain(address)
    expect(decodeURIComponent(page.url())).not.toContain('@')
    screens.push(
      shown
        .replace(asked, '#')
        .replace(maskEmail(address), '#')
        .replaceAll(/\d\d:\d\d/g, '#'),
    )
    await patient.enterCode('000000')
    await expect(page.getByText(said(patient.words.case.find.wrong, { left: 4 }, 'en'))).toBeVisible()
  }
  expect(new Set(screens).size).toBe(1)
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`the step of the code is there after a reload, and any of the last codes opens, ${how}`, async ({ open }) => {
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', slug, newMailbox('reload'))
    const { find } = patient.words.case
    const number = await patient.file('access')
    await page.goto(paths.findCase('ru', slug))
    await patient.askForCode(number)
    const first = codeIn(await patient.mailbox.next(/код/i))
    await page.getByRole('link', { name: find.again }).click()
    await expect(page.getByLabel(find.reference)).toHaveValue(number)
    await patient.askForCode(number)
    await patient.mailbox.next(/код/i)
    await page.reload()
    await expect(page.getByRole('heading', { name: find.codeTitle })).toBeVisible()
    await expect(page.locator('main')).toContainText(maskEmail(patient.mailbox.address))
    await patient.enterCode(first)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
  })

  test(`a code is not promised for what cannot be a number here, ${how}`, async ({ open }) => {
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', slug, newMailbox('no-number'))
    const { case: words, errors } = patient.words
    await page.goto(paths.findCase('ru', slug))
    for (const [typed, message] of [
      ['что это', errors.badReference],
      ['IM-2026-000001', said(words.find.foreignReference, { prefix: 'MG' })],
    ] as const) {
      await page.getByLabel(words.find.reference).fill(typed)
      await page.getByLabel(words.find.email).fill(patient.mailbox.address)
      await page.getByRole('button', { name: words.find.send }).click()
      await expect(page.getByText(message)).toBeVisible()
      await expect(page.getByLabel(words.find.email)).toHaveValue(patient.mailbox.address)
    }
  })
}

test('after too many codes it is told when there will be one again', async ({ open }) => {
  const page = await open()
  const patient = new Patient(page, 'en', slug, newMailbox('many'))
  const { find } = patient.words.case
  for (let turn = 0; turn < 5; turn += 1) {
    await page.goto(paths.findCase('en', slug))
    await patient.askForCode('MG-2026-999999')
  }
  await page.goto(paths.findCase('en', slug))
  await page.getByLabel(find.reference).fill('MG-2026-999999')
  await page.getByLabel(find.email).fill(patient.mailbox.address)
  await page.getByRole('button', { name: find.send }).click()
  // The hour began with the first.
  await expect(page.locator('main')).toContainText(
    /You can ask for a new one at \d\d:\d\d, the clinic’s time, in (5\d|60) minutes\./,
  )
  await page.getByRole('link', { name: find.haveCode }).click()
  await expect(page.getByLabel(find.code)).toBeVisible()
})
