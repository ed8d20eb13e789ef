import { operatorProfiles } from '@/db/operators'
import { paths } from '@/lib/core/links'
import { expectSound } from './helpers/looks'
import { newMailbox } from './helpers/mail'
import { Officer } from './helpers/officer'
import { Patient, personOf } from './helpers/patient'
import { messages } from './helpers/words'
import { expect, test } from './test'

// "access" is the kind of the main job.

test('a correction says what is wrong and what is right', async ({ open }) => {
  const patient = new Patient(await open(), 'ru', 'imvizhn', newMailbox('asks-first'))
  const number = await patient.file('correction', {
    'correction.wrong': 'Ветрова Лидия Павловна',
    'correction.right': 'Ветрова Лидия Петровна',
  })
  const officer = new Officer(await open(), 'officer@imvizhn.example')
  await officer.openFromQueue('imvizhn', number)
  const main = officer.page.locator('main')
  await expect(main).toContainText('Ветрова Лидия Петровна')
  await expect(main).toContainText(officer.words.clock.correct)
})

test('a blocking is due on the day it comes', async ({ open }) => {
  const patient = new Patient(await open(), 'en', 'eco-smolensk', newMailbox('asks-second'))
  const number = await patient.file('blocking', { details: 'Somebody else’s results are in my chart' })
  const officer = new Officer(await open(), 'officer@eco-smolensk.example')
  await officer.openFromQueue('eco-smolensk', number)
  await expect(officer.page.locator('main')).toContainText(officer.words.clock.block)
  await officer.page.goto('/ru/admin/eco-smolensk/queue?filter=today')
  await expect(officer.page.getByRole('row').filter({ hasText: number })).toContainText(officer.words.due.today)
})

test('a refused deletion tells its ground in plain words', async ({ open }) => {
  const patient = new Patient(await open(), 'ru', 'caop1', newMailbox('asks-third'))
  await patient.choose('deletion')
  await patient.page.locator('[name=ground][value=consent-withdrawn]').check()
  await patient.fill(personOf(patient.mailbox.address))
  await patient.review()
  await expect(patient.page.locator('main')).toContainText(patient.words.form.what['ground-consent-withdrawn'])
  const number = await patient.send()

  const officer = new Officer(await open(), 'officer@caop1.example')
  await officer.openFromQueue('caop1', number)
  await officer.take()
  await officer.write('Медицинскую карту мы обязаны хранить 25 лет.', 'refused', 'legal-retention')
  await officer.release()

  await patient.mailbox.next(/ответ готов/)
  await patient.page.goto(`/ru/caop1/case`)
  await patient.enter(number)
  const main = patient.page.locator('main')
  await expect(main).toContainText(patient.words.kinds.outcome.refused)
  await expect(main).toContainText(patient.words.case.own.groundText['legal-retention'])
  await expect(main).toContainText('Роскомнадзор')
})

test('a claim says what it is about, and the term of money leads', async ({ open }) => {
  const patient = new Patient(await open(), 'ru', 'imvizhn', newMailbox('asks-fourth'))
  await patient.choose('claim')
  await patient.page.locator('[name=ground][value=money]').check()
  await patient.fill(personOf(patient.mailbox.address, { details: 'Верните деньги за приём, которого не было.' }))
  await patient.review()
  await expect(patient.page.locator('main')).toContainText(patient.words.form.what['ground-money'])
  const number = await patient.send()
  const officer = new Officer(await open(), 'officer@imvizhn.example')
  await officer.openFromQueue('imvizhn', number)
  await expect(officer.page.locator('main')).toContainText(officer.words.ground.money)
  await expect(officer.page.locator('main')).toContainText('ч.\u00a01 ст.\u00a031')
})

test('a refusal without its ground does not get as far as the preview', async ({ open }) => {
  const patient = new Patient(await open(), 'ru', 'medsystems', newMailbox('no-ground'))
  const number = await patient.file('access')
  const officer = new Officer(await open(), 'officer@medsystems.example')
  await officer.openFromQueue('medsystems', number)
  await officer.take()
  await officer.page.locator('[name=outcome][value=refused]').check()
  await officer.page.locator('[name=letter]').fill('Отказываем.')
  await officer.page.getByRole('button', { name: officer.words.case.review }).click()
  await expect(officer.page.getByRole('alert').filter({ hasText: officer.words.reason.invalid })).toBeVisible()
  await expect(officer.page.locator('[name=letter]')).toHaveValue('Отказываем.')
})

test('a link to what a clinic takes on no form says how to ask for it all the same', async ({ open }) => {
  const clinic = operatorProfiles.find(({ kinds }) => !kinds.some(({ kind }) => kind === 'claim'))
  const page = await open({ javaScriptEnabled: false })
  const answer = await page.goto(paths.newRequest('ru', clinic?.slug ?? '', 'claim'))
  expect(answer?.status()).toBe(200)
  await expect(page.getByText(messages.ru.form.notOffered.lead)).toBeVisible()
  await expect(page.locator('main')).toContainText(clinic?.contacts[0]?.value.ru ?? 'nobody')
  await expect(page.locator('form')).toHaveCount(0)
  await expectSound(page, 'ru')
  expect((await page.goto(paths.newRequest('ru', clinic?.slug ?? '', 'no-kind')))?.status()).toBe(404)
})
