import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import type { Sql } from 'postgres'
import { execute } from '@/lib/core/command'
import { takeRequest } from '@/lib/requests/take-request'
import { arriveAsRequester, arriveAsStaff } from './arrive'
import { handOver, newScene, type Scene, staffContextOf } from './scene'
import { formOn, type TypedForm, typedOn, typeInto } from './typed-forms'

/** The clinic whose forms are typed into. */
export const DESK_SLUG = 'caop1'

/** Somebody at the form, with everything typed. */
export interface Desk {
  context: BrowserContext
  page: Page
  form: Locator
  entry: TypedForm
  scene: Scene
  sql: Sql
  /** What was typed, as the fields held it. */
  typed: Record<string, string>
  email: string
}

/** All that was typed stands where it stood. */
export const stays = async ({ form, typed }: Desk): Promise<void> =>
  expect.poll(() => typedOn(form, Object.keys(typed)), { timeout: 15_000 }).toEqual(typed)

/** Somebody comes to a form and fills it in. */
export async function sitDown(
  browser: Browser,
  sql: Sql,
  entry: TypedForm,
  options: BrowserContextOptions = {},
): Promise<Desk> {
  const scene = await newScene(sql, DESK_SLUG, entry.filing)
  if (entry.isHandedOver) await handOver(sql, scene)
  const context = await browser.newContext({ locale: 'ru-RU', timezoneId: 'Europe/Moscow', ...options })
  const page = await context.newPage()
  // A letter that could not be saved asks before it is left.
  page.on('dialog', (dialog) => void dialog.accept())
  const email = entry.as === 'admin' ? 'admin@portal.example' : `${entry.as}@${DESK_SLUG}.example`
  if (entry.as === 'requester') {
    await arriveAsRequester(page, sql, scene)
  } else if (entry.as !== 'anybody') {
    if (entry.as === 'officer') await execute(takeRequest, await staffContextOf(sql, DESK_SLUG, email), scene)
    await arriveAsStaff(page, sql, email)
  }
  await page.goto(entry.at(scene))
  const form = formOn(page, entry)
  const asTyped = Object.fromEntries(
    Object.entries(entry.typed).map(([name, value]) => [name.replace('{requestId}', scene.requestId), value]),
  )
  await typeInto(form, asTyped)
  const typed = await typedOn(form, Object.keys(asTyped))
  return { context, page, form, entry, scene, sql, typed, email }
}
