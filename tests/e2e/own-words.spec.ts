import { paths } from '@/lib/core/links'
import { Patient } from './helpers/patient'
import { newScene } from './helpers/scene'
import { expect, test } from './test'

const slug = 'eco-smolensk'

test('what was asked for is shown behind the code, in the case and on its receipt', async ({ open, sql }) => {
  const scene = await newScene(sql, slug, {
    kind: 'correction',
    correction: { wrong: 'Ветрава', right: 'Ветрова' },
    details: 'Ошибка в договоре.',
  })
  const words = ['Ветрава', 'Ошибка в договоре.', 'Исправление данных']
  const receipt = paths.receipt('ru', slug, scene.receipt)
  const viewed = async () => {
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from audit_event
      where request_id = ${scene.requestId} and action = 'request.viewed' and actor_kind = 'requester'`
    return row?.n
  }

  const stranger = await open()
  await stranger.goto(receipt)
  await expect(stranger.getByText('откройте обращение по коду')).toBeVisible()
  await expect(stranger.locator('body')).not.toContainText('Ветрава')
  expect(await viewed()).toBe(0)

  const page = await open()
  const patient = new Patient(page, 'ru', slug, scene.mailbox)
  await page.goto(paths.findCase('ru', slug))
  await patient.enter(scene.reference)
  for (const word of words) await expect(page.locator('main')).toContainText(word)
  await page.goto(receipt)
  for (const word of words) await expect(page.locator('main')).toContainText(word)
  expect(await viewed()).toBeGreaterThanOrEqual(2)

  const other = await newScene(sql, slug, { details: 'Чужое.' })
  await page.goto(paths.receipt('ru', slug, other.receipt))
  await expect(page.locator('main')).not.toContainText('Чужое.')
  await expect(page.locator('main')).not.toContainText('Ветрава')
})
