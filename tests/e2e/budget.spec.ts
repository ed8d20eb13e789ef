import { paths } from '@/lib/core/links'
import { testPortal } from '../support/portal'
import { measureVisit } from '../support/visit'
import { Officer } from './helpers/officer'
import { expect, test } from './test'

const KB = 1_024

/** JavaScript of a bare Next page, compressed, in KB: by `npm run bench` on 2026-11-21 with Next 16.4.5. */
const BARE_NEXT = 140

// Sizes alone: how long a page takes depends on the machine, and is what `npm run bench` is for.

test('the filing form is small, and all of it is the portal’s own', async ({ browser }) => {
  const context = await browser.newContext()
  const visit = await measureVisit(context, testPortal().url + paths.newRequest('ru', 'imed', 'access'))
  await context.close()
  expect(visit.script / KB, 'JavaScript').toBeLessThanOrEqual(BARE_NEXT + 60)
  expect(visit.total / KB, 'everything').toBeLessThanOrEqual(260)
  expect(visit.foreignHosts).toEqual([])
})

test('the queue carries no more script than it needs', async ({ open }) => {
  const page = await open()
  await new Officer(page, 'officer@imed.example').signIn()
  const visit = await measureVisit(page.context(), testPortal().url + paths.queue('ru', 'imed'))
  expect(visit.script / KB, 'JavaScript').toBeLessThanOrEqual(320)
  expect(visit.foreignHosts).toEqual([])
})
