import { paths } from '@/lib/core/links'
import { formatDate } from '@/lib/i18n/format'
import { Officer } from './helpers/officer'
import { Patient } from './helpers/patient'
import { newScene } from './helpers/scene'
import { messages } from './helpers/words'
import { expect, test } from './test'

const slug = 'imed'
const today = () => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Yekaterinburg' }).format()

test('a destruction outlives the answer: it is owed, then recorded, and everybody reads the same', async ({
  open,
  sql,
}) => {
  const scene = await newScene(sql, slug, { kind: 'deletion', ground: 'unneeded', daysAgo: 3 })
  const officer = new Officer(await open(), 'officer@imed.example')
  const { words, page } = officer
  const main = page.locator('main')
  await officer.openFromQueue(slug, scene.reference)
  await officer.take()
  await officer.write('Данные удаляются.', 'fulfilled')

  await test.step('before the release the officer reads whom it goes to and what is left', async () => {
    await page.getByRole('button', { name: words.case.review }).click()
    const before = page.getByRole('region', { name: words.release.before.title })
    await expect(before).toContainText(scene.mailbox.address)
    await expect(before).toContainText(words.release.before.identityNotShown)
    const left = page.getByRole('region', { name: words.release.left.contradiction })
    await expect(left).toContainText(words.clock.destroy)
    await expect(left).toContainText(words.release.left.stays)
    await page.getByRole('button', { name: words.release.submit }).click()
    await expect(main).toContainText(words.case.owes)
  })

  const patient = new Patient(await open({ javaScriptEnabled: false }), 'ru', slug, scene.mailbox)
  const theirs = patient.page.locator('main')
  await test.step('the receipt promises no answer any more, the case says what is still owed', async () => {
    await patient.page.goto(paths.receipt('ru', slug, scene.receipt))
    await expect(theirs).toContainText(patient.words.receipt.answered)
    await expect(theirs).not.toContainText(patient.words.receipt.due)
    await expect(theirs).not.toContainText(patient.words.receipt.nextMail)
    await patient.page.goto(paths.findCase('ru', slug))
    await patient.enter(scene.reference)
    await expect(theirs).toContainText(patient.words.kinds.must.destroy.replace(' не позже {date}', ''))
    await expect(patient.page.getByText(patient.words.case.own.withdrawTitle)).toHaveCount(0)
  })

  await test.step('it stays in the queue, as answered', async () => {
    await page.goto(`${paths.queue('ru', slug)}?state=answered`)
    const row = page.getByRole('row').filter({ hasText: scene.reference })
    await expect(row).toContainText(words.clock.destroy)
    await expect(row).toContainText(words.queue.owes.split(':').at(-1) ?? '')
    await expect(row).toContainText(words.state.answered)
  })

  await test.step('it is recorded, without scripts too, and the request closes', async () => {
    await page.goto(paths.request('ru', slug, scene.requestId))
    const clock = page.getByRole('listitem').filter({ hasText: words.clock.destroy }).first()
    await clock.getByText(words.case.duty, { exact: true }).first().click()
    await clock.locator('[name=note]').fill('Стёрто из почты и МИС.')
    await clock.getByRole('button', { name: words.case.duty }).click()
    await expect(clock).toContainText('Стёрто из почты и МИС.')
    await expect(main).toContainText(words.timeliness['in-time'])
    await expect(clock).toContainText(words.verdict.kept.replace('{date}', formatDate(today(), 'ru')))
  })

  await test.step('a slip is taken back on its day', async () => {
    const clock = page.getByRole('listitem').filter({ hasText: words.clock.destroy }).first()
    await clock.getByText(words.case.dutyUndo, { exact: true }).first().click()
    await clock.getByRole('button', { name: words.case.dutyUndo }).click()
    await expect(main).toContainText(words.case.owes)
    await clock.getByText(words.case.duty, { exact: true }).first().click()
    await clock.getByRole('button', { name: words.case.duty }).click()
    await expect(main).not.toContainText(words.case.owes)
  })

  await test.step('the person reads that it is done, and when', async () => {
    await patient.page.reload()
    const done = patient.words.kinds.verdict.done.kept.replace('{date}', formatDate(today(), 'ru'))
    await expect(theirs).toContainText(done)
    await expect(theirs).not.toContainText('Стёрто')
  })
})

test('a duty of the same day is told as due today, before the answer leaves and among what is sent', async ({
  open,
  sql,
}) => {
  const scene = await newScene(sql, slug, { kind: 'deletion', ground: 'unlawful' })
  const officer = new Officer(await open(), 'officer@imed.example')
  const { words, page } = officer
  await officer.openFromQueue(slug, scene.reference)
  await officer.take()
  const sent = page.getByRole('region', { name: words.case.upcoming }).getByRole('listitem')
  const due = words.case.milestone.due.replace('{clock}', words.clock.block)
  await expect(sent.filter({ hasText: due })).toContainText(words.case.legend.today)

  await officer.write('Обработка прекращена.', 'partly', 'legal-retention')
  await page.getByRole('button', { name: words.case.review }).click()
  const left = page.getByRole('region', { name: words.release.left.title })
  const today = words.release.left.today.replace('{clock}', words.clock.block).split(',')[0] ?? ''
  await expect(left).toContainText(today)
  await left.getByRole('link', { name: words.release.left.record }).click()
  await page.getByRole('listitem').filter({ hasText: words.clock.block }).getByText(words.case.duty).first().click()
  await page
    .getByRole('listitem')
    .filter({ hasText: words.clock.block })
    .getByRole('button', { name: words.case.duty })
    .click()
  await page.getByRole('button', { name: words.case.review }).click()
  await expect(left).toContainText(words.clock.destroy)
  await expect(left).not.toContainText(words.clock.block)
})

test('an answer in part asks for its ground, and gives it to the person', async ({ open, sql }) => {
  const scene = await newScene(sql, slug)
  const officer = new Officer(await open(), 'officer@imed.example')
  const { words, page } = officer
  await officer.openFromQueue(slug, scene.reference)
  await officer.take()
  await page.locator('[name=outcome][value=partly]').check()
  await page.locator('[name=letter]').fill('Часть сведений затронула бы других людей.')
  await page.getByRole('button', { name: words.case.review }).click()
  const ground = page.getByLabel(words.case.groundOfAnswer)
  await expect(ground).toHaveAccessibleDescription(messages.ru.errors.required)
  await ground.selectOption('third-party-rights')
  await page.getByRole('button', { name: words.case.review }).click()
  // What the officer reads through is what the person reads.
  const { partlyGround, groundText } = messages.ru.case.own
  const told = `${partlyGround}. ${groundText['third-party-rights']}`
  await expect(page.locator('main')).toContainText(told)
  await page.getByRole('button', { name: words.release.submit }).click()

  const patient = new Patient(await open({ javaScriptEnabled: false }), 'ru', slug, scene.mailbox)
  await patient.page.goto(paths.findCase('ru', slug))
  await patient.enter(scene.reference)
  await expect(patient.page.locator('main')).toContainText(told)
})

test('a refusal and a withdrawal say that nothing was done, and why', async ({ open, sql }) => {
  const refused = await newScene(sql, slug, { kind: 'deletion', ground: 'unneeded' })
  const officer = new Officer(await open(), 'officer@imed.example')
  await officer.openFromQueue(slug, refused.reference)
  await officer.take()
  await officer.write('Мы обязаны хранить.', 'refused', 'legal-retention')
  await officer.release()
  const lapsed = officer.words.verdict.lapsed.refused.replace('{date}', formatDate(today(), 'ru'))
  await expect(officer.page.locator('main')).toContainText(lapsed)

  const page = await open({ javaScriptEnabled: false })
  await page.goto(paths.receipt('ru', slug, refused.receipt))
  const { verdict } = new Patient(page, 'ru', slug, refused.mailbox).words.kinds
  await expect(page.locator('main')).toContainText(verdict.lapsed.refused.replace('{date}', formatDate(today(), 'ru')))
  await expect(page.locator('main')).not.toContainText(verdict.done.kept.split(' ')[0] ?? '')
})
