import { paths } from '@/lib/core/links'
import { formatDate } from '@/lib/i18n/format'
import { Officer } from './helpers/officer'
import { Patient } from './helpers/patient'
import { newScene, takeBack } from './helpers/scene'
import { expect, test } from './test'

test('a page of before shows, once it is refused, where the request stands', async ({ open, sql }) => {
  const scene = await newScene(sql, 'imed')
  const page = await open()
  const patient = new Patient(page, 'ru', 'imed', scene.mailbox)
  const { own } = patient.words.case
  await page.goto(paths.findCase('ru', 'imed'))
  await patient.enter(scene.reference)
  await page.locator('textarea[name=text]').fill('Что нового?')
  await takeBack(scene)
  await page.getByRole('button', { name: own.send, exact: true }).click()
  await expect(page.getByRole('textbox', { name: own.unsent })).toHaveValue('Что нового?')
  await expect(page.getByText(patient.words.kinds.state.withdrawn, { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: own.withdrawTitle, exact: true })).toHaveCount(0)
})

test('a request is taken back by its own person, without scripts, and leaves the queue', async ({ open, sql }) => {
  const scene = await newScene(sql, 'imed')
  const officer = new Officer(await open(), 'officer@imed.example')
  await officer.signIn()
  await expect(officer.page.getByText(scene.reference)).toBeVisible()

  const page = await open({ javaScriptEnabled: false })
  const patient = new Patient(page, 'ru', 'imed', scene.mailbox)
  const { own } = patient.words.case
  await page.goto(paths.findCase('ru', 'imed'))
  await patient.enter(scene.reference)
  await page.getByRole('link', { name: own.withdrawTitle, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    own.withdrawPage.title.replace('{reference}', scene.reference),
  )
  await page.getByRole('link', { name: own.withdrawPage.keep }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(own.about.replace('{reference}', scene.reference))
  await page.getByRole('link', { name: own.withdrawTitle, exact: true }).click()
  await page.getByRole('button', { name: own.withdraw, exact: true }).click()
  const today = formatDate(new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Yekaterinburg' }).format(), 'ru')
  await expect(page.getByText(own.withdrawn.replace('{date}', today), { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: own.withdrawTitle, exact: true })).toHaveCount(0)
  await page.goto(paths.withdraw('ru', 'imed', scene.reference))
  await expect(page).toHaveURL(paths.ownCase('ru', 'imed', scene.reference))
  const letter = await scene.mailbox.next(/закрыто/)
  expect(letter.subject).toContain(scene.reference)

  await officer.page.reload()
  await expect(officer.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(officer.page.getByText(scene.reference)).toHaveCount(0)
})
