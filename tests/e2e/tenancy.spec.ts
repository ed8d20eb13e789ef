import type { Page } from '@playwright/test'
import { paths } from '@/lib/core/links'
import { staffActions } from './helpers/actions'
import { changed, fieldsOf, post } from './helpers/forms'
import { Officer } from './helpers/officer'
import { handlers, pages, pagesFor } from './helpers/pages'
import { Patient } from './helpers/patient'
import { type Filing, newScene, type Scene } from './helpers/scene'
import { expect, test } from './test'

const own = 'imvizhn'
const other = 'caop1'
const doors = [...Object.values(pages), ...Object.values(handlers)].filter((door) => door.for === 'clinic')

const statusOf = async (page: Page, path: string) => (await page.request.get(path, { maxRedirects: 0 })).status()

test("another clinic's pages and files are not found", async ({ open, sql }) => {
  const [mine, theirs] = [await newScene(sql, own), await newScene(sql, other)]
  const officer = new Officer(await open(), 'lead@imvizhn.example')
  await officer.signIn()
  const { page } = officer
  for (const door of doors) {
    expect.soft(await statusOf(page, door.path(mine, 'ru')), door.path(mine, 'ru')).toBeLessThan(400)
    expect.soft(await statusOf(page, door.path(theirs, 'ru')), door.path(theirs, 'ru')).toBe(404)
    if (!door.ofRequest) continue
    const disguised = door.path({ ...theirs, slug: own }, 'ru')
    expect.soft(await statusOf(page, disguised), disguised).toBe(404)
  }
  const list = await page.request.get(`${paths.audit('ru', own)}?request=${theirs.requestId}`)
  expect(await list.text()).not.toContain(theirs.reference)
})

test("another clinic's requests are not found by any server action", async ({ open, sql }) => {
  const wanted = { kind: 'deletion', ground: 'stop-processing' } as const
  const scenes = async (filing: Filing) =>
    [await newScene(sql, own, filing), await newScene(sql, other, filing)] as const
  const shared = await scenes(wanted)
  const lead = new Officer(await open({ javaScriptEnabled: false }), `lead@${own}.example`)
  await lead.signIn()
  const { page } = lead
  // A letter can be sent anew only once it was given up.
  await Promise.all(shared.map(({ mailbox, reference }) => mailbox.next(new RegExp(reference))))
  await sql`update mail set state = 'failed' where id in ${sql(shared.map(({ mailId }) => mailId))}`
  const [colleague] = await sql<{ id: string }[]>`select id from staff where email = ${`officer@${own}.example`}`
  const [clock] = await sql<{ id: string }[]>`select id from request_clock where request_id = ${shared[1].requestId}
    and clock = 'stop'`
  const deedsOn = ({ requestId }: Scene) =>
    sql`select action from audit_event where request_id = ${requestId} and actor_kind = 'staff'`
  const deedsOf = async (action: string) => (await sql`select 1 from audit_event where action = ${action}`).length

  for (const [name, { at, form, typed, audit, ofRequest, filing }] of Object.entries(staffActions)) {
    await test.step(name, async () => {
      const [mine, theirs] = filing ? await scenes(filing) : shared
      await page.goto(at(mine))
      const given = name.endsWith(' assign') ? { assigneeId: colleague?.id ?? '' } : typed
      const fields = withTyped(await fieldsOf(form(page)), given)
      const { requestId, mailId, ruleId } = theirs
      const ofTheirs = changed(fields, { requestId, clockId: clock?.id ?? '', mailId, ruleId })
      const atTheirs = ofTheirs.map(([key, value]): [string, string] => [key, value.replace(`"${own}"`, `"${other}"`)])
      expect(atTheirs, 'the name of the clinic is sent along').not.toEqual(ofTheirs)
      if (ofRequest) expect(ofTheirs, 'the id of the request is sent along').not.toEqual(fields)

      expect.soft((await post(page, atTheirs)).status(), 'as the other clinic').toBe(404)
      if (ofRequest) expect.soft((await post(page, ofTheirs)).status(), 'as the own clinic').toBe(404)
      expect(await deedsOn(theirs)).toHaveLength(0)

      // The same form, as it was meant, does what it says: the refusals above were none of a broken form.
      const done = await deedsOf(audit)
      expect.soft((await post(page, fields)).status(), 'as it was meant').toBeLessThan(400)
      expect(await deedsOf(audit)).toBe(done + 1)
    })
  }

  await test.step('a search finds nothing of another clinic', async () => {
    const officer = new Officer(await open(), `officer@${own}.example`)
    await officer.signIn()
    await officer.page.getByRole('searchbox').fill(shared[1].reference)
    await officer.page.keyboard.press('Enter')
    await expect(officer.page.getByText(officer.words.search.nothing)).toBeVisible()
  })
})

/** What was typed, and choices that nobody has made yet: a form is silent of those. */
function withTyped(fields: [string, string][], typed: Record<string, string>): [string, string][] {
  const names = new Set(fields.map(([name]) => name))
  return [...changed(fields, typed), ...Object.entries(typed).filter(([name]) => !names.has(name))]
}

test('the person of one request gets nothing of another', async ({ open, sql }) => {
  const [mine, sameClinic, otherClinic] = [
    await newScene(sql, own),
    await newScene(sql, own),
    await newScene(sql, other),
  ]
  const page = await open({ javaScriptEnabled: false })
  const patient = new Patient(page, 'ru', own, mine.mailbox)
  await page.goto(paths.findCase('ru', own))
  await patient.enter(mine.reference)
  expect(await statusOf(page, paths.file(own, mine.fileId))).toBe(200)

  const form = page.locator('form', { has: page.locator('textarea[name=text]') })
  await form.locator('textarea').fill('Это моё письмо.')
  const fields = await fieldsOf(form)
  for (const theirs of [sameClinic, otherClinic]) {
    for (const slug of new Set([own, theirs.slug])) {
      await page.goto(paths.ownCase('ru', slug, theirs.reference))
      await expect.soft(page.getByLabel(patient.words.case.find.reference)).toBeVisible()
      expect.soft(await statusOf(page, paths.file(slug, theirs.fileId))).toBe(404)
      const forged = fields.map(([name, value]): [string, string] => [
        name,
        value.replace(`"${own}"`, `"${slug}"`).replace(`"${mine.reference}"`, `"${theirs.reference}"`),
      ])
      expect(forged).not.toEqual(fields)
      const answer = await post(page, forged, new URL(paths.ownCase('ru', own, mine.reference), page.url()).href)
      // The own page once more, which says nothing of a message that was sent.
      expect.soft(answer.status()).toBe(200)
      const shown = (await answer.text()).replaceAll(/<script\b.*?<\/script>/gs, '')
      expect.soft(shown).not.toContain(patient.words.case.own.sent)
    }
    const [row] = await sql`select count(*)::int as messages from message where request_id = ${theirs.requestId}`
    expect(row?.['messages']).toBe(0)
  }
  for (const { path } of doors) {
    if (path(mine, 'ru') === paths.file(own, mine.fileId)) continue
    expect.soft([303, 307, 404]).toContain(await statusOf(page, path(mine, 'ru')))
  }
})

test("a token of one clinic is worth nothing at another's address", async ({ open, sql }) => {
  const mine = await newScene(sql, own)
  const page = await open()
  for (const path of [paths.receipt('ru', other, mine.receipt), paths.confirmEmail('ru', other, mine.confirm)]) {
    expect.soft(await statusOf(page, path), path).toBe(404)
  }
  for (const path of [paths.receipt('ru', own, mine.confirm), paths.confirmEmail('ru', own, mine.neutral)]) {
    expect.soft(await statusOf(page, path), path).toBe(404)
  }
})

test('the accounts of the installation are not found by whoever does not run it', async ({ open }) => {
  const lead = new Officer(await open(), `lead@${own}.example`)
  await lead.signIn()
  expect(await statusOf(lead.page, paths.everybody('ru'))).toBe(404)
  const admin = new Officer(await open(), 'admin@portal.example')
  await admin.signIn()
  expect(await statusOf(admin.page, paths.everybody('ru'))).toBe(200)
})

test('without a session every page of officers leads to the sign-in', async ({ open, sql }) => {
  const scene = await newScene(sql, own)
  const page = await open()
  for (const { path } of [...pagesFor('clinic'), ...pagesFor('staff'), ...pagesFor('admin')]) {
    for (const locale of ['ru', 'en'] as const) {
      const asked = path(scene, locale)
      await page.goto(asked)
      // And from there back to it.
      await expect.soft(page, asked).toHaveURL(paths.signIn(locale, asked))
    }
  }
  for (const handler of Object.values(handlers).filter((door) => door.for !== 'anybody')) {
    expect.soft(await statusOf(page, handler.path(scene, 'ru'))).toBe(404)
  }
})
