import type { Page, Route } from '@playwright/test'
import type { Sql } from 'postgres'
import { execute } from '@/lib/core/command'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { paths } from '@/lib/core/links'
import { assignRequest } from '@/lib/requests/assign-request'
import { giveBackRequest } from '@/lib/requests/give-back-request'
import { takeRequest } from '@/lib/requests/take-request'
import { arriveAsStaff } from './helpers/arrive'
import { Officer } from './helpers/officer'
import { newScene, type Scene, staffContextOf } from './helpers/scene'
import { messages } from './helpers/words'
import { expect, test } from './test'

const slug = 'medsystems'
const { draft, case: words, reason } = messages.ru.admin
const saved = new RegExp(words.savedAt.replace('{when}', '.+'))

interface Case extends Scene {
  page: Page
  letter: ReturnType<Page['locator']>
  /** Saves as the lead, over whatever is there. */
  leadSaves: (letter: string) => Promise<void>
}

/** An officer at the letter of their own case. */
async function atLetter(open: () => Promise<Page>, sql: Sql): Promise<Case> {
  const scene = await newScene(sql, slug)
  const { requestId } = scene
  const email = `officer@${slug}.example`
  await execute(takeRequest, await staffContextOf(sql, slug, email), { requestId })
  const page = await open()
  await arriveAsStaff(page, sql, email)
  await page.goto(paths.request('ru', slug, requestId))
  const leadSaves = async (letter: string) => {
    const [row] = await sql<{ version: number }[]>`select version from answer where request_id = ${requestId}`
    const ctx = await staffContextOf(sql, slug, `lead@${slug}.example`)
    const input = { requestId, outcome: 'partly', refusalGround: 'legal-retention', letter, basedOn: row?.version ?? 0 }
    expect(await execute(saveAnswer, ctx, input)).toMatchObject({ ok: true })
  }
  return { ...scene, page, letter: page.locator('[name=letter]'), leadSaves }
}

test('a letter is saved as it is typed, and is there in another browser', async ({ open, sql }) => {
  const { page, letter, requestId } = await atLetter(open, sql)
  await letter.fill('Здравствуйте, Лидия!')
  await expect(page.getByText(saved)).toBeVisible()
  const [row] = await sql`select version, outcome, letter from answer where request_id = ${requestId}`
  expect(row).toMatchObject({ version: 1, outcome: null })
  expect(row?.['letter'].includes(Buffer.from('Лидия'))).toBe(false)

  const other = await open()
  await arriveAsStaff(other, sql, `officer@${slug}.example`)
  await other.goto(paths.request('ru', slug, requestId))
  await expect(other.locator('[name=letter]')).toHaveValue('Здравствуйте, Лидия!')
})

test('a text is not saved over a newer one, which is shown with one’s own', async ({ open, sql }) => {
  const { page, letter, leadSaves, requestId } = await atLetter(open, sql)
  await leadSaves('Письмо руководителя')
  await letter.fill('Моё письмо')
  const newer = page.getByRole('alert', { name: /^Сохранён другой текст/ })
  const [lead] = await sql<{ name: string }[]>`select name from staff where email = ${`lead@${slug}.example`}`
  await expect(newer).toContainText('Письмо руководителя')
  await expect(newer).toHaveAccessibleName(new RegExp(`${lead?.name}$`))
  await expect(letter).toHaveValue('Моё письмо')
  const stored = async () => (await sql`select version from answer where request_id = ${requestId}`)[0]?.['version']
  expect(await stored()).toBe(1)

  await test.step('one’s own is kept, and saved from then on', async () => {
    await newer.getByRole('button', { name: draft.keepOwn }).click()
    await expect(newer).toBeHidden()
    await expect.poll(stored).toBe(2)
    await expect(letter).toHaveValue('Моё письмо')
  })

  await test.step('the newer one is taken', async () => {
    await leadSaves('Второе письмо руководителя')
    await letter.fill('Моё второе письмо')
    await expect(newer).toContainText('Второе письмо руководителя')
    await newer.getByRole('button', { name: draft.takeNewer }).click()
    await expect(letter).toHaveValue('Второе письмо руководителя')
    await expect(page.locator('[name=outcome][value=partly]')).toBeChecked()
  })
})

test('what is released is what was shown', async ({ open, sql }) => {
  const { page, letter, leadSaves, requestId } = await atLetter(open, sql)
  await page.locator('[name=outcome][value=fulfilled]').check()
  await letter.fill('Как показано')
  await page.getByRole('button', { name: words.review }).click()
  await expect(page.getByText('Как показано')).toBeVisible()
  await leadSaves('Как изменено')
  await page.getByRole('button', { name: messages.ru.admin.release.submit }).click()
  await expect(page.getByText(reason['newer-version'])).toBeVisible()
  await expect(page.getByText('Как изменено')).toBeVisible()
  const released = async () => {
    const [row] = await sql`select released_at from answer where request_id = ${requestId}`
    return Boolean(row?.['released_at'])
  }
  expect(await released()).toBe(false)
  await page.getByRole('button', { name: messages.ru.admin.release.submit }).click()
  await expect(page).toHaveURL(paths.request('ru', slug, requestId))
  expect(await released()).toBe(true)
})

test('whoever goes back from the preview finds what was saved, and writes on', async ({ open, sql }) => {
  const { page, letter } = await atLetter(open, sql)
  await letter.fill('Сначала')
  await expect(page.getByText(saved)).toBeVisible()
  await page.reload()
  await page.locator('[name=outcome][value=fulfilled]').check()
  await letter.fill('Потом')
  await page.getByRole('button', { name: words.review }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages.ru.admin.release.title)
  await page.goBack()
  await expect(letter).toHaveValue('Потом')
  await letter.fill('Потом и ещё')
  await page.getByRole('button', { name: words.review }).click()
  await expect(page.getByText('Потом и ещё')).toBeVisible()
})

test('a draft is saved without a decision, and not sent without one', async ({ open, sql }) => {
  const { page, letter, requestId } = await atLetter(open, sql)
  await page.getByRole('button', { name: words.save }).click()
  await expect(page.getByText(saved)).toBeVisible()
  await letter.fill('Пока без решения')
  await page.getByRole('button', { name: words.save }).click()
  const stored = async () => (await sql`select version from answer where request_id = ${requestId}`)[0]?.['version']
  await expect.poll(stored).toBe(2)
  await page.reload()
  await expect(letter).toHaveValue('Пока без решения')
  await page.getByRole('button', { name: words.review }).click()
  await expect(page.locator('[name=outcome]').first()).toBeFocused()
  await page.goto(`${paths.request('ru', slug, requestId)}/release`)
  await expect(page).toHaveURL(paths.request('ru', slug, requestId))
})

test('what is typed while a draft is on its way is saved after it, and outlives a reload', async ({ open, sql }) => {
  const { page, letter, requestId } = await atLetter(open, sql)
  const held = Promise.withResolvers<undefined>()
  const isSave = (route: Route) => route.request().method() === 'POST'
  let saves = 0
  await page.route(page.url(), async (route) => {
    if (isSave(route) && (saves += 1) === 1) await held.promise
    await route.continue()
  })
  await letter.fill('Первое')
  await page.getByRole('button', { name: words.save }).click()
  await expect(page.getByRole('button', { name: words.saving })).toBeVisible()
  await letter.fill('Первое и второе')
  held.resolve(undefined)
  const stored = async () => (await sql`select version from answer where request_id = ${requestId}`)[0]?.['version']
  await expect.poll(stored).toBe(2)
  await page.reload()
  await expect(letter).toHaveValue('Первое и второе')
})

test('a question that is sent does not empty the letter', async ({ open, sql }) => {
  const { page, letter } = await atLetter(open, sql)
  await letter.fill('Начало письма')
  await page.locator('summary', { hasText: words.question }).click()
  await page.locator('textarea[name=text]').fill('Когда вы у нас были?')
  await letter.pressSequentially(', и его середина')
  await page.getByRole('button', { name: words.ask }).click()
  await expect(page.getByText(words.askedDone)).toBeVisible()
  await expect(page.locator('textarea[name=text]')).toHaveValue('')
  await expect(letter).toHaveValue('Начало письма, и его середина')
})

test('a case that is handed over leaves its letter to whoever wrote it', async ({ open, sql }) => {
  const { page, letter, requestId } = await atLetter(open, sql)
  const lead = await staffContextOf(sql, slug, `lead@${slug}.example`)
  await execute(assignRequest, lead, { requestId, assigneeId: lead.actor.staffId })
  await letter.fill('Письмо, которое уже не моё')
  await expect(page.getByText(reason['assigned-to-another'])).toBeVisible()
  await expect(letter).toHaveValue('Письмо, которое уже не моё')

  await page.reload()
  const kept = page.getByRole('textbox', { name: draft.unsavedTitle })
  await expect(kept).toHaveValue('Письмо, которое уже не моё')
  await page.getByRole('button', { name: draft.discard }).click()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(kept).toHaveCount(0)
})

test('a case that was given back says so in another window, and shows the draft as one', async ({ open, sql }) => {
  const { page, letter, leadSaves, requestId } = await atLetter(open, sql)
  await leadSaves('Письмо руководителя')
  const officer = await staffContextOf(sql, slug, `officer@${slug}.example`)
  expect(await execute(giveBackRequest, officer, { requestId })).toMatchObject({ ok: true })
  await letter.fill('Моё письмо')
  await expect(page.getByText(reason['assigned-to-nobody'])).toBeVisible()
  await expect(page.getByText('Сохранён другой текст')).toHaveCount(0)
  await expect(letter).toHaveValue('Моё письмо')
  await page.reload()
  await expect(page.getByRole('textbox', { name: draft.unsavedTitle })).toHaveValue('Моё письмо')
  await expect(page.getByRole('heading', { name: /^Черновик ответа. Сохранён/ })).toBeVisible()
  await expect(page.getByText('Письмо руководителя')).toBeVisible()
})

test('one case’s texts are not another’s, and a sign-out leaves none at a shared desk', async ({ open, sql }) => {
  const { page } = await atLetter(open, sql)
  const mine = page.url()
  const other = await newScene(sql, slug)
  const question = page.locator('textarea[name=text]')
  const show = () => page.locator('summary', { hasText: words.question }).click()
  await show()
  await question.fill('Вопрос по этому делу')
  await page.goto(paths.request('ru', slug, other.requestId))
  await show()
  await expect(question).toHaveValue('')
  await page.goto(mine)
  await expect(question).toHaveValue('Вопрос по этому делу')
  await expect(question).toBeVisible()

  const officer = new Officer(page, `lead@${slug}.example`)
  await page.getByRole('button', { name: new RegExp(officer.words.user.menu) }).click()
  await page.getByRole('menuitem', { name: officer.words.user.signOut }).click()
  await expect(page.getByText(officer.words.signIn.ended)).toBeVisible()
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('kept ')))).toEqual([])
  await officer.signIn()
  await page.goto(mine)
  await show()
  await expect(question).toHaveValue('')
})
