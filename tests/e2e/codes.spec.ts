import { paths } from '@/lib/core/links'
import { codeIn, newMailbox } from './helpers/mail'
import { Patient } from './helpers/patient'
import { expect, test } from './test'

const slug = 'medsystems'

test('a code that does not fit, that is too old or tried too often opens nothing', async ({ open, sql }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', slug, newMailbox('codes'))
  const { find } = patient.words.case
  const refused = page.getByText(find.wrong)
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
    await expect(refused).toBeVisible()
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
    await expect(refused).toBeVisible()
  })

  await test.step('the sixth try, though right', async () => {
    const code = await askAnew()
    for (let tries = 0; tries < 5; tries += 1) {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await patient.enterCode(notThe(code))
      await answered
    }
    await patient.enterCode(code)
    await expect(refused).toBeVisible()
    await expect(page.getByLabel(find.code)).toBeVisible()
  })
})

test('an unknown number, and the address of somebody else, look the same as the right ones', async ({ open }) => {
  const page = await open()
  const patient = new Patient(page, 'en', slug, newMailbox('unknown'))
  const number = await patient.file('access')
  const screens: string[] = []
  for (const [asked, address] of [
    [number, 'stranger@patients.example'],
    ['MG-2026-999999', patient.mailbox.address],
    ['what is this', patient.mailbox.address],
    [number, patient.mailbox.address],
  ] as const) {
    await page.goto(paths.findCase('en', slug))
    await patient.askForCode(asked, address)
    screens.push(await page.locator('main').innerText())
    await patient.enterCode('000000')
    await expect(page.getByText(patient.words.case.find.wrong)).toBeVisible()
  }
  expect(new Set(screens).size).toBe(1)
})
