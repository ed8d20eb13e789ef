import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, devices, type BrowserContext, type Page } from '@playwright/test'
import postgres from 'postgres'
import sharp from 'sharp'
import { locales, type Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { ROOT } from '@/lib/cli/paths'
import { Mailbox } from '../e2e/helpers/mail'
import { Officer } from '../e2e/helpers/officer'
import { Patient, personOf } from '../e2e/helpers/patient'
import { newScene, replyTo, type Scene, workOn } from '../e2e/helpers/scene'
import { chromiumOptions, ensureChromium } from './chromium'
import { handOver, handedOver, startTestPortal } from './portal'
import { joinPortal, leavePortal } from './portal-domain'

// Every page in both languages, on a phone and at a desk, with the data of the demo.

const FOLDER = join(ROOT, 'docs/screenshots')
const slug = 'imed'
const screens = {
  phone: {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    userAgent: devices['Pixel 7'].userAgent,
  },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const
type Screen = keyof typeof screens

interface Look {
  /** The page in its whole length. */
  whole?: boolean
  colorScheme?: 'light' | 'dark'
}

class Camera {
  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly locale: Locale,
    readonly screen: Screen,
  ) {}

  async take(name: string, { whole = true, colorScheme = 'light' }: Look = {}): Promise<void> {
    await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Mantine follows the system by a script, a moment later.
    await this.page.waitForFunction(
      (chosen) => (document.documentElement.dataset['mantineColorScheme'] ?? chosen) === chosen,
      colorScheme,
    )
    await this.page.evaluate(() => document.fonts.ready)
    const path = join(FOLDER, `${name}-${this.locale}-${this.screen}.png`)
    const image = await this.page.screenshot({ fullPage: whole, animations: 'disabled', caret: 'hide' })
    // A third of the size, and nobody sees it: the pages have few colours.
    await sharp(image).png({ palette: true, colours: 64, dither: 0, effort: 7 }).toFile(path)
  }

  async show(name: string, path: string, options?: Look): Promise<void> {
    await this.page.goto(path)
    await this.take(name, options)
  }
}

async function takePatients(camera: Camera, open: Scene, answered: Scene): Promise<void> {
  const { page, locale } = camera
  const patient = new Patient(page, locale, slug, open.mailbox)
  await camera.show('clinics', paths.operators(locale))
  await camera.show('clinic', paths.operator(locale, slug))
  await camera.take('clinic-dark', { colorScheme: 'dark' })
  await camera.show('not-found', `/${locale}/no-such-clinic`)
  await camera.show('receipt', paths.receipt(locale, slug, open.receipt))
  await camera.show('confirm', paths.confirmEmail(locale, slug, open.confirm))

  await camera.show('elsewhere', paths.newRequest(locale, slug, 'medical-copies'))
  await patient.choose('deletion')
  await camera.take('form')
  await page.getByRole('button', { name: patient.words.form.next, exact: true }).click()
  await page.locator('#f-ground-error').waitFor()
  await camera.take('form-errors')
  await page.locator('[name=ground][value=consent-withdrawn]').check()
  const { lastName, firstName } = texts[locale]
  await patient.fill({
    ...personOf('vetrova@patients.example', { 'contact.phone': '+7 912 000-00-00' }),
    'subject.lastName': lastName,
    'subject.firstName': firstName,
    'signature.name': `${firstName} ${lastName}`,
  })
  await patient.review()
  await page.getByRole('heading', { name: patient.words.form.review.title }).waitFor()
  await camera.take('review')

  await page.getByRole('button', { name: patient.words.form.review.edit }).first().click()
  await page.getByRole('button', { name: patient.words.form.save }).click()
  await page.getByRole('heading', { name: patient.words.saved.key.title }).waitFor()
  await camera.take('saved-key')
  await camera.show('saved', paths.saved(locale, slug))

  await camera.show('find-case', paths.findCase(locale, slug))
  await patient.askForCode(open.reference)
  await patient.mailbox.next(/код|code/i)
  await camera.take('code')
  for (const [name, scene] of [
    ['own-case', open],
    ['answer', answered],
  ] as const) {
    await camera.context.clearCookies()
    const person = new Patient(page, locale, slug, scene.mailbox)
    await page.goto(paths.findCase(locale, slug))
    await person.enter(scene.reference)
    await camera.take(name)
  }
}

async function takeOfficers(camera: Camera, request: Scene): Promise<void> {
  const { page, locale } = camera
  await camera.show('sign-in', paths.signIn(locale))
  const officer = new Officer(page, `lead@${slug}.example`, locale)
  await officer.signIn()
  await camera.show('queue', paths.queue(locale, slug), { whole: false })
  await camera.take('queue-dark', { whole: false, colorScheme: 'dark' })
  await camera.show('request', paths.request(locale, slug, request.requestId))
  await camera.show('release', `${paths.request(locale, slug, request.requestId)}/release`)
  await camera.show('register', paths.register(locale, slug), { whole: false })
  await camera.show('new', `/${locale}/admin/${slug}/new`)
  await camera.show('mail', paths.mailLog(locale, slug), { whole: false })
  await camera.show('letter', paths.mailLetter(locale, slug, request.mailId))
  await camera.show('links', paths.links(locale, slug))
  await camera.show('profile', paths.profile(locale, slug))
  await camera.show('profile-names', paths.profilePart(locale, slug, 'names'))
  await camera.show('profile-logo', paths.profilePart(locale, slug, 'logo'))
  await camera.show('profile-frames', paths.profilePart(locale, slug, 'frames'))
  await camera.show('profile-contacts', paths.profilePart(locale, slug, 'contacts'))
  await camera.show('profile-letters', paths.profilePart(locale, slug, 'letters'))
  await camera.take('profile-letters-dark', { colorScheme: 'dark' })
  await camera.show('profile-preview', paths.profilePreview(locale, slug))
  await camera.show('poster', paths.poster(locale, slug))
  await camera.show('settings', paths.settings(locale, slug))
  await camera.show('term', paths.termRule(locale, slug, request.ruleId))
  await camera.show('calendars', paths.calendars(locale))
  await camera.show('audit', paths.audit(locale, slug), { whole: false })
  await camera.context.clearCookies()
  await new Officer(page, 'auditor@portal.example', locale).signIn()
  await camera.show('operators', paths.admin(locale))
  await camera.show('account', paths.account(locale))
  await camera.show('second-factor', paths.secondFactor(locale))
  await camera.context.clearCookies()
  await new Officer(page, 'admin@portal.example', locale).signIn()
  await camera.show('open-clinic', paths.openClinic(locale))
  await camera.show('sign-on', paths.providers(locale, slug))
  await camera.show('demo-mail', `/${locale}/demo/mail`, { whole: false })
  await page.locator('main ol a').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await camera.take('demo-letter')
}

/** The browser itself speaks the language of the pages: its own words stand in the fields of dates and files. */
async function takeAll(locale: Locale, baseURL: string, { open, answered }: Stage): Promise<void> {
  const options = chromiumOptions()
  const browser = await chromium.launch({
    ...options,
    args: [...options.args, `--lang=${locale}`],
    env: { ...process.env, LANGUAGE: locale },
  })
  for (const screen of ['desktop', 'phone'] as const) {
    for (const take of ['patients', 'officers'] as const) {
      const context = await browser.newContext({ ...screens[screen], baseURL, locale, timezoneId: 'Europe/Moscow' })
      const camera = new Camera(context, await context.newPage(), locale, screen)
      await (take === 'patients' ? takePatients(camera, open, answered) : takeOfficers(camera, open))
      await context.close()
    }
  }
  await browser.close()
}

interface Stage {
  open: Scene
  answered: Scene
}

const texts: Record<Locale, Record<'lastName' | 'firstName' | 'details' | 'question' | 'reply' | 'letter', string>> = {
  ru: {
    lastName: 'Ветрова',
    firstName: 'Лидия',
    details: 'Кто видел мои снимки после визита весной? Пришлите, пожалуйста, список.',
    question: 'В каком году и у какого врача вы были?',
    reply: 'Весной 2024 года, у офтальмолога.',
    letter:
      'Лидия Ветрова, здравствуйте!\n\nМы удалили ваши телефон и адрес почты из рассылок и из личного кабинета.\n\n' +
      'Медицинскую карту закон обязывает хранить 25 лет: до 2049 года. До этого срока её видят только ваши врачи.',
  },
  en: {
    lastName: 'Vetrova',
    firstName: 'Lidia',
    details: 'Who has seen my scans since the visit in spring? Please send me a list.',
    question: 'In which year was it, and which doctor did you see?',
    reply: 'In spring 2024, with the ophthalmologist.',
    letter:
      'Dear Lidia Vetrova,\n\nWe have deleted your phone number and e-mail address from mailings and from your account.\n\n' +
      'The law makes us keep the medical chart for 25 years, until 2049. Until then only your doctors see it.',
  },
}

/** Two requests of one person: one that is being worked on, one that is answered. */
async function stage(sql: postgres.Sql, locale: Locale): Promise<Stage> {
  const { lastName, firstName, details, question, reply, letter } = texts[locale]
  const name = `${firstName} ${lastName}`
  const person = { locale, subject: { lastName, firstName }, signature: { statement: true, name } } as const
  const mailOf = (kind: string) => new Mailbox(`${kind}.${locale}@patients.example`)
  const open = await newScene(sql, slug, { ...person, details, daysAgo: 6, mailbox: mailOf('vetrova') })
  await workOn(sql, open, { question, letter })
  await replyTo(open, reply)
  const deletion = { kind: 'deletion', ground: 'consent-withdrawn', details: '', daysAgo: 12 } as const
  const answered = await newScene(sql, slug, { ...person, ...deletion, mailbox: mailOf('lidia.vetrova') })
  await workOn(sql, answered, { question, letter, release: true })
  return { open, answered }
}

ensureChromium()
const running = handedOver()
const started = running ? undefined : await startTestPortal({ demo: true })
try {
  const portal = running ?? started?.portal
  if (!portal) throw new Error('No portal was started')
  handOver(portal)
  joinPortal(portal)
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const sql = postgres(portal.superuserUrl, { max: 1, onnotice: () => {} })
  const scenes = { ru: await stage(sql, 'ru'), en: await stage(sql, 'en') }
  await sql.end()
  await leavePortal()
  for (const locale of locales) await takeAll(locale, portal.url, scenes[locale])
} finally {
  await started?.stop()
}
