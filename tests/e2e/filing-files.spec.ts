import type { Page } from '@playwright/test'
import { newMailbox } from './helpers/mail'
import { Patient, personOf } from './helpers/patient'
import { expect, test } from './test'

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: pixel })
const script = { name: 'чек.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') }

const damaged = { name: 'Битый.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 and nothing more') }

const input = (page: Page) => page.locator('[name=files]')
const chosen = (page: Page) =>
  input(page).evaluate((element) => [...((element as HTMLInputElement).files ?? [])].map(({ name }) => name))

test('a second pick adds to the first, and each file can be taken out again', async ({ open, sql }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('picks'))
  await patient.choose('access')
  await patient.fill(personOf(patient.mailbox.address))
  await input(page).setInputFiles(picture('первый.png'))
  // Before scripts have come, a browser takes the second pick in the place of the first.
  await expect(page.getByRole('button', { name: `${patient.words.form.files.remove}: первый.png` })).toBeVisible()
  await input(page).setInputFiles([picture('второй.png'), picture('третий.png')])
  expect(await chosen(page)).toEqual(['первый.png', 'второй.png', 'третий.png'])
  await page.getByRole('button', { name: `${patient.words.form.files.remove}: второй.png` }).click()
  expect(await chosen(page)).toEqual(['первый.png', 'третий.png'])
  await patient.review()
  const number = await patient.send()
  const [row] =
    await sql`select count(*)::int as files from attachment join request on request.id = attachment.request_id
    where request.reference = ${number}`
  expect(row?.['files']).toBe(2)
})

for (const javaScriptEnabled of [true, false]) {
  test(`a refused file is named, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({ open }) => {
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('refused'))
    await patient.choose('access')
    await patient.fill(personOf(patient.mailbox.address))
    await input(page).setInputFiles([picture('паспорт.png'), script])
    await patient.review()
    await expect(page.locator('#f-uploads-error')).toContainText(`чек.pdf: ${patient.words.errors['file-type']}`)
    await expect(page.getByRole('checkbox', { name: 'паспорт.png' })).toBeChecked()
  })
}

for (const javaScriptEnabled of [true, false]) {
  test(`a file that waited too long is named and not sent again, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    open,
    sql,
  }) => {
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('gone'))
    const { words } = patient
    const send = page.getByRole('button', { name: words.form.review.send })
    const [old, fresh] = ['старый', 'новый'].map((name) => `${name}-${crypto.randomUUID()}.png`) as [string, string]
    await patient.choose('access')
    await patient.fill(personOf(patient.mailbox.address))
    await input(page).setInputFiles(picture(old))
    await patient.review()
    await expect(send).toBeVisible()
    // The last that came is this one: another file of the portal's tests has names of its own.
    await sql`update upload set expires_at = now() - interval '1 minute'
      where id = (select id from upload order by expires_at desc limit 1)`
    await send.click()
    await expect(page.locator('#f-uploads-error')).toContainText(`${old}: ${words.errors['file-gone']}`)
    await expect(page.getByRole('checkbox', { name: old })).toHaveCount(0)
    await expect(page.locator('[name="contact.email"]')).toHaveValue(patient.mailbox.address)
    await input(page).setInputFiles(picture(fresh))
    await page.getByRole('button', { name: words.form.next, exact: true }).click()
    await patient.send()
  })
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`bad files are told with all else that is wrong, a line each, ${how} scripts`, async ({ open }) => {
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('lines'))
    const { errors, form } = patient.words
    await patient.choose('access')
    await patient.fill(personOf(patient.mailbox.address, { 'signature.name': '' }))
    await input(page).setInputFiles([picture('паспорт.png'), script, damaged])
    await patient.review()
    const lines = page.getByRole('alert').getByRole('listitem')
    await expect(lines).toHaveCount(3)
    // In whichever order they came.
    for (const line of [`чек.pdf: ${errors['file-type']}`, `Битый.pdf: ${errors['file-damaged']}`])
      await expect(lines.filter({ hasText: `${form.steps.files}: ${line}` })).toHaveCount(1)
    await expect(lines.last()).toHaveText(new RegExp(`^${form.sign.name}: `))
    await expect(page.getByRole('checkbox', { name: 'паспорт.png' })).toBeChecked()
    expect(await chosen(page)).toEqual([])
    if (!javaScriptEnabled) return
    // What was refused is not asked for again.
    await page.reload()
    await expect(page.getByRole('checkbox', { name: 'паспорт.png' })).toBeChecked()
    await expect(page.getByText(form.files.again)).toHaveCount(0)
  })

  test(`a file that is attached twice is kept once, ${how} scripts`, async ({ open, sql }) => {
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('twice'))
    const { form } = patient.words
    await patient.choose('access')
    await patient.fill(personOf(patient.mailbox.address, { 'signature.name': '' }))
    await input(page).setInputFiles(picture('паспорт.png'))
    await patient.review()
    await expect(page.getByRole('checkbox', { name: 'паспорт.png' })).toBeChecked()
    await patient.fill({ 'signature.name': 'Лидия Ветрова' })
    await input(page).setInputFiles(picture('паспорт.png'))
    await patient.review()
    await expect(page.getByText(`${form.files.repeated} паспорт.png`)).toBeVisible()
    const number = await patient.send()
    const rows = await sql`select from attachment join request on request.id = attachment.request_id
      where request.reference = ${number}`
    expect(rows).toHaveLength(1)
  })
}

test('what no file can be is told as it is picked, and is no part of the form', async ({ open }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('looked'))
  const { errors, form } = patient.words
  await patient.choose('access')
  const letter = { name: 'Письмо.docx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004 and so on') }
  await input(page).setInputFiles([letter, picture('паспорт.png'), { ...letter, name: 'Снимки.zip' }])
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveText([
    `Письмо.docx: ${errors['file-office']}`,
    `Снимки.zip: ${errors['file-archive']}`,
  ])
  expect(await chosen(page)).toEqual(['паспорт.png'])
  await input(page).setInputFiles(picture('паспорт.png'))
  await expect(page.getByText(`${form.files.repeated} паспорт.png`)).toBeVisible()
  expect(await chosen(page)).toEqual(['паспорт.png'])
  await page.reload()
  await expect(page.getByText(`${form.files.again} паспорт.png`)).toBeVisible()
})

test('a file that has arrived outlives a reload, and one that has not is named', async ({ open }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('reload'))
  await patient.choose('access')
  await patient.fill(personOf(patient.mailbox.address))
  await input(page).setInputFiles([picture('паспорт.png'), script])
  await patient.review()
  await expect(page.getByRole('checkbox', { name: 'паспорт.png' })).toBeChecked()
  await input(page).setInputFiles(picture('справка.png'))
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'паспорт.png' })).toBeChecked()
  await expect(page.getByText(`${patient.words.form.files.again} справка.png`)).toBeVisible()
  await input(page).setInputFiles(picture('справка.png'))
  await patient.review()
  const files = page.getByRole('region', { name: patient.words.form.steps.files })
  for (const name of ['паспорт.png', 'справка.png']) await expect(files).toContainText(name)
  await patient.send()
})

test('text at its limit with line breaks is filed, with scripts', async ({ open }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('breaks'))
  await patient.choose('access')
  const details = `${'я'.repeat(4_000)}${'\n'.repeat(999)}я`
  await patient.fill(personOf(patient.mailbox.address, { details }))
  expect(await page.locator('[name=details]').inputValue()).toHaveLength(5_000)
  await patient.review()
  await patient.send()
})

test('what the server alone finds wrong is told at its field, with scripts', async ({ open }) => {
  // Ahead of the clinic's own day: to this browser the date has come.
  const page = await open()
  await page.clock.setFixedTime(new Date(Date.now() + 3 * 86_400_000))
  const patient = new Patient(page, 'ru', 'caop1', newMailbox('ahead'))
  await patient.choose('access')
  const ahead = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  await patient.fill(personOf(patient.mailbox.address, { 'subject.birthDate': ahead }))
  await patient.review()
  await expect(page.locator('#f-subject-birthDate-error')).toContainText(patient.words.errors.dateAhead)
  await expect(page.getByRole('alert').filter({ hasText: patient.words.errors.dateAhead })).toBeFocused()
  await patient.fill({ 'subject.birthDate': '01.02.1980' })
  await expect(page.locator('#f-subject-birthDate-error')).toHaveCount(0)
})

test('a tab that is closed keeps nothing, and a shared browser shows nothing', async ({ open }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('shared'))
  await patient.choose('access')
  await patient.fill(personOf(patient.mailbox.address, { details: 'Личное' }))
  const next = await page.context().newPage()
  await page.close()
  await next.goto(page.url())
  await expect(next.locator('[name=details]')).toHaveValue('')
  expect(await next.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, expect.any(String)])
})

test('a form that is filed leaves nothing in the tab', async ({ open }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('filed'))
  await patient.file('access', { details: 'Личное' })
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('kept ')))).toEqual([])
})
