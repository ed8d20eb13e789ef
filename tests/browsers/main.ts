import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { demoPassword } from '@/db/demo/accounts'
import { ROOT } from '@/lib/cli/paths'
import { paths } from '@/lib/core/links'
import { personOf } from '../e2e/helpers/patient'
import { newScene } from '../e2e/helpers/scene'
import { messages } from '../e2e/helpers/words'
import { handedOver, handOver, startTestPortal } from '../support/portal'
import { hireStaff, joinPortal, leavePortal } from '../support/portal-domain'
import { type Driver, type Size, startEngine } from './drivers'
import type { Engine } from './engines'

// The main job in the three engines that people have, on a phone, at a desk, and with text twice as large on the narrowest of
// phones, with pictures to look at.

const FOLDER = join(ROOT, '.tmp/browsers')
const slug = 'imed'
const locale = 'ru'
const words = messages[locale]
const engines: Engine[] = ['chromium', 'firefox', 'webkit']
const screens: Record<string, Size & { text?: '200%' }> = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
  narrow: { width: 320, height: 640, text: '200%' },
}

/** Fails with what was expected where a page of this engine is not as it should be. */
async function expectPage(driver: Driver, expression: string, what: string): Promise<void> {
  if (!(await driver.evaluate<boolean>(expression))) throw new Error(what)
}

async function pressWord(driver: Driver, word: string): Promise<void> {
  const find = `[...document.querySelectorAll('main button')].find((one) => one.textContent.includes(${JSON.stringify(word)}))`
  await expectPage(driver, `(${find})?.setAttribute('data-walk', 'next') === undefined`, `No button "${word}"`)
  await driver.press('[data-walk=next]')
}

async function walk(driver: Driver, url: string, name: string, text = '100%'): Promise<void> {
  const show = async (step: string) => {
    await driver.evaluate(`(document.documentElement.style.fontSize = '${text}') !== ''`)
    await driver.evaluate('document.fonts.ready.then(() => true)')
    const sideways = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth'
    await expectPage(driver, sideways, `${step} scrolls sideways`)
    await driver.picture(join(FOLDER, `${name}-${step}.png`))
  }
  await driver.open(url + paths.operator(locale, slug))
  await driver.read('h1')
  await show('clinic')
  const face = `[...document.fonts].some((face) => face.status === 'loaded' && /^U\\+0*401/i.test(face.unicodeRange))`
  await expectPage(driver, face, 'Russian letters are in another typeface')

  await driver.open(url + paths.newRequest(locale, slug, 'access'))
  for (const [field, value] of Object.entries(personOf(`${name}@patients.example`)))
    await driver.type(`[name="${field}"]`, value)
  await driver.press('[name="signature.statement?"]')
  await show('form')
  await pressWord(driver, words.form.next)
  await driver.read('main dl')
  await show('review')
  await pressWord(driver, words.form.review.send)
  await driver.read('td')
  await show('receipt')

  await driver.open(url + paths.signIn(locale))
  await driver.type('[name=email]', `lead@${slug}.example`)
  await driver.type('[name=password]', demoPassword)
  await pressWord(driver, words.admin.signIn.submit)
  await driver.read('[data-row]')
  await show('queue')
  const edge = `[...document.querySelectorAll('[data-tone=overdue], [data-tone=overdue] td:first-child')].some((one) => parseFloat(getComputedStyle(one).borderLeftWidth) >= 4)`
  await expectPage(driver, edge, 'An overdue row has no edge')
  const weight = `[...document.querySelectorAll('th')].every((one) => getComputedStyle(one).fontWeight >= 500)`
  await expectPage(driver, weight, 'Heads of tables have lost their weight')
  const number = (await driver.read('[data-row]')).trim()
  await driver.press('[data-row]')
  await driver.read('#deadline')
  if ((await driver.read('h1')).trim() !== number) throw new Error('A row opens the case of another')
  await show('case')
  const more = {
    register: paths.register(locale, slug),
    new: `/${locale}/admin/${slug}/new`,
    settings: paths.settings(locale, slug),
  }
  for (const [step, path] of Object.entries(more)) {
    await driver.open(url + path)
    await driver.read('h1')
    await show(step)
  }
}

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
const running = handedOver()
const started = running ? undefined : await startTestPortal({ demo: false })
try {
  const portal = running ?? started?.portal
  if (!portal) throw new Error('No portal was started')
  handOver(portal)
  joinPortal(portal)
  await hireStaff(portal)
  const sql = postgres(portal.superuserUrl, { max: 1, onnotice: () => {} })
  for (const daysAgo of [40, 30, 9]) await newScene(sql, slug, { daysAgo })
  await sql.end()
  await leavePortal()
  for (const engine of engines) {
    for (const [screen, { text, ...size }] of Object.entries(screens)) {
      const name = `${engine}-${screen}`
      const driver = await startEngine(engine, size)
      if (!driver) {
        process.stdout.write(`✘ ${engine}: not found on this machine, and Debian's package could not be installed\n`)
        process.exitCode = 1
        break
      }
      try {
        await walk(driver, portal.url, name, text)
        process.stdout.write(`✓ ${name}\n`)
      } catch (error) {
        await driver.picture(join(FOLDER, `${name}-failed.png`)).catch(() => {})
        process.stdout.write(
          `✘ ${name}: ${error instanceof Error ? `${error.name} ${error.message}` : String(error)}\n`,
        )
        process.exitCode = 1
      } finally {
        await driver.close()
      }
    }
  }
  process.stdout.write(`Pictures: ${FOLDER}\n`)
} finally {
  await started?.stop()
}
