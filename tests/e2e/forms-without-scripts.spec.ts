import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { takeRequest } from '@/lib/requests/take-request'
import { arriveAsStaff } from './helpers/arrive'
import { sitDown, stays } from './helpers/desk'
import { Patient } from './helpers/patient'
import { newScene, staffContextOf, takeBack } from './helpers/scene'
import { typedForms } from './helpers/typed-forms'
import { messages } from './helpers/words'
import { expect, test } from './test'

// Without scripts the page that answers one form is drawn anew: what was typed into another one comes back all the same.

const slug = 'imvizhn'
const { own } = messages.ru.case
const TEXT = 'Я была у вас в мае.\nДоговор не нашла.'

test('a message to a request that was closed meanwhile is shown as not sent', async ({ open, sql }) => {
  const scene = await newScene(sql, slug)
  const page = await open({ javaScriptEnabled: false })
  const patient = new Patient(page, 'ru', slug, scene.mailbox)
  await page.goto(paths.findCase('ru', slug))
  await patient.enter(scene.reference)
  await page.locator('textarea[name=text]').fill(TEXT)
  await takeBack(scene)
  await page.getByRole('button', { name: own.send, exact: true }).click()
  await expect(page.getByText(own.closedReply)).toBeVisible()
  await expect(page.getByRole('textbox', { name: own.unsent })).toHaveValue(TEXT)
})

test('a letter and a question are one another’s no loss', async ({ open, sql }) => {
  const scene = await newScene(sql, slug)
  const { requestId } = scene
  const email = `officer@${slug}.example`
  await execute(takeRequest, await staffContextOf(sql, slug, email), { requestId })
  const page = await open({ javaScriptEnabled: false })
  const { case: words, draft } = messages.ru.admin
  await arriveAsStaff(page, sql, email)
  await page.goto(paths.request('ru', slug, requestId))
  const [letter, question] = [page.locator('[name=letter]'), page.locator('textarea[name=text]')]
  const questions = async () => (await sql`select id from message where request_id = ${requestId}`).length

  await test.step('the letter is saved, and the question stays', async () => {
    await expect(page.locator('noscript p')).toHaveText(words.withoutScripts)
    await page.locator('[name=outcome][value=fulfilled]').check()
    await letter.fill('Здравствуйте!')
    await page.locator('summary', { hasText: words.question }).click()
    await question.fill('Когда вы у нас были?')
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await expect(page.getByText(new RegExp(words.savedAt.replace('{when}', '.+')))).toBeVisible()
    await expect(letter).toHaveValue('Здравствуйте!')
    await expect(question).toBeVisible()
    await expect(question).toHaveValue('Когда вы у нас были?')
    expect(await questions()).toBe(0)
  })

  await test.step('the question is asked, and the letter kept as far as it is written', async () => {
    await letter.fill('Здравствуйте, Лидия!')
    await page.getByRole('button', { name: words.ask, exact: true }).click()
    await expect(page.locator('[data-author=staff]')).toContainText('Когда вы у нас были?')
    await expect(letter).toHaveValue('Здравствуйте, Лидия!')
    await expect(question).toHaveValue('')
    expect(await questions()).toBe(1)
    expect(await sql`select version from answer where request_id = ${requestId}`).toEqual([{ version: 2 }])
  })

  await test.step('over a newer text it is saved once that was shown', async () => {
    const lead = await staffContextOf(sql, slug, `lead@${slug}.example`)
    const newer = { requestId, outcome: 'fulfilled', letter: 'Письмо руководителя', basedOn: 2 }
    expect(await execute(saveAnswer, lead, newer)).toMatchObject({ ok: true })
    await letter.fill('Здравствуйте, Лидия Петровна!')
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await expect(page.getByText('Письмо руководителя')).toBeVisible()
    await expect(letter).toHaveValue('Здравствуйте, Лидия Петровна!')
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await expect(page.getByText('Письмо руководителя')).toHaveCount(0)
    expect(await sql`select version from answer where request_id = ${requestId}`).toEqual([{ version: 4 }])
  })

  await test.step('a letter that can no longer be saved is shown as not saved', async () => {
    await letter.fill('Здравствуйте, Лидия! Вот ответ.')
    await sql`update request set assignee_id = null where id = ${requestId}`
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await expect(page.getByRole('textbox', { name: draft.unsavedTitle })).toHaveValue('Здравствуйте, Лидия! Вот ответ.')
  })
})

const ofPatients = Object.entries(typedForms).filter(([, { ofPatient }]) => ofPatient)

for (const [name, entry] of ofPatients) {
  test(`what was typed into ${name} is there in the other language`, async ({ browser, sql }) => {
    const desk = await sitDown(browser, sql, entry, { javaScriptEnabled: false })
    const { page, form, context } = desk
    for (const locale of ['en', 'ru']) {
      const header = page.locator(`header a[lang=${locale}]:visible`)
      await expect(header).toHaveCount(1)
      await header.click()
      const goOn = form.locator(`[lang=${locale}] button`)
      await expect(goOn).toBeInViewport()
      await goOn.click()
      await expect(page).toHaveURL(new RegExp(`/${locale}/`))
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await stays(desk)
      await expect(page.locator('[aria-invalid=true]')).toHaveCount(0)
    }
    await context.close()
  })
}

for (const javaScriptEnabled of [true, false]) {
  test(`a case that a colleague has just taken says so, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    open,
    sql,
  }) => {
    const { requestId } = await newScene(sql, slug)
    const page = await open({ javaScriptEnabled })
    const { case: words, reason } = messages.ru.admin
    await arriveAsStaff(page, sql, `officer@${slug}.example`)
    await page.goto(paths.request('ru', slug, requestId))
    await execute(takeRequest, await staffContextOf(sql, slug, `lead@${slug}.example`), { requestId })
    await page.getByRole('button', { name: words.take }).click()
    await expect(page.getByRole('alert').filter({ hasText: reason['taken-by-another'] })).toBeVisible()
  })
}
