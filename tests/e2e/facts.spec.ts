import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import type { ClockEnding, ClockName, Locale } from '@/db/enums'
import { locales } from '@/db/enums'
import { type CalendarDate } from '@/lib/core/calendar-date'
import { paths } from '@/lib/core/links'
import { formatDate, formatDateInSentence } from '@/lib/i18n/format'
import { findOperator } from '@/lib/operators/queries'
import { localDate } from '@/lib/core/zoned'
import { ownClinics } from '../support/own-clinics'
import { arriveAsRequester, arriveAsStaff } from './helpers/arrive'
import { fulfilDuties, handOver, newScene, type Scene, takeBack, workOn } from './helpers/scene'
import { messages } from './helpers/words'
import { expect, test } from './test'

// Every page that tells of a request, in every state that one can be in, against what the tables hold. The verdicts are
// reckoned here anew from the dates, so that a rule that goes wrong shows.

const slug = ownClinics.facts

const states: Record<string, (sql: Sql) => Promise<Scene>> = {
  'nobody has taken': (sql) => newScene(sql, slug, { daysAgo: 1 }),
  'of the last day': (sql) => newScene(sql, slug, { daysAgo: 30, kind: 'deletion', ground: 'consent-withdrawn' }),
  'overdue in each clock': (sql) => newScene(sql, slug, { daysAgo: 45, kind: 'deletion', ground: 'unlawful' }),
  'overdue by law alone': (sql) => newScene(sql, slug, { daysAgo: 22 }),
  'handed over': async (sql) => prepared(newScene(sql, slug, { daysAgo: 2 }), (scene) => handOver(sql, scene)),
  'without an e-mail': (sql) => newScene(sql, slug, { channel: 'post', contact: { email: '' } }),
  'answered in time': async (sql) =>
    prepared(newScene(sql, slug, { daysAgo: 3 }), (scene) => workOn(sql, scene, { release: true })),
  'answered after the term of the law': async (sql) =>
    prepared(newScene(sql, slug, { daysAgo: 25 }), (scene) => workOn(sql, scene, { release: true })),
  refused: async (sql) =>
    prepared(newScene(sql, slug, { daysAgo: 3, kind: 'deletion', ground: 'unneeded' }), (scene) =>
      workOn(sql, scene, { outcome: 'refused', release: true }),
    ),
  'answered with a duty left': async (sql) =>
    prepared(newScene(sql, slug, { daysAgo: 3, kind: 'deletion', ground: 'stop-processing' }), (scene) =>
      workOn(sql, scene, { release: true }),
    ),
  'answered and done': async (sql) =>
    prepared(newScene(sql, slug, { daysAgo: 3, kind: 'deletion', ground: 'consent-withdrawn' }), async (scene) => {
      await workOn(sql, scene, { outcome: 'fulfilled', release: true })
      await fulfilDuties(sql, scene)
    }),
  withdrawn: async (sql) => prepared(newScene(sql, slug, { daysAgo: 4 }), takeBack),
  'withdrawn too late': async (sql) => prepared(newScene(sql, slug, { daysAgo: 40 }), takeBack),
}

async function prepared(filed: Promise<Scene>, work: (scene: Scene) => Promise<void>): Promise<Scene> {
  const scene = await filed
  await work(scene)
  return scene
}

interface Clock {
  clock: ClockName
  dueOn: CalendarDate
  stoppedOn: CalendarDate | null
  ending: ClockEnding | null
}

interface Facts {
  clocks: Clock[]
  state: 'registered' | 'in-progress' | 'answered' | 'withdrawn'
  assignee: string | null
  hasEmail: boolean
}

async function factsOf(sql: Sql, requestId: string): Promise<Facts> {
  const clocks = await sql<Clock[]>`
    select clock, due_on::text as "dueOn", stopped_on::text as "stoppedOn", ending from request_clock
    where request_id = ${requestId} order by due_on, clock = 'response'`
  const [row] = await sql<Omit<Facts, 'clocks'>[]>`
    select state, s.name as assignee, email_hash is not null as "hasEmail" from request r
    left join staff s on s.id = r.assignee_id where r.id = ${requestId}`
  if (!row) throw new Error('No such request')
  return { clocks, ...row }
}

type Standing = 'running' | 'overdue' | 'kept' | 'missed' | 'lapsed'

function standingOf({ dueOn, stoppedOn, ending }: Clock, today: CalendarDate): Standing {
  if (!stoppedOn) return today > dueOn ? 'overdue' : 'running'
  if (ending !== 'answered' && ending !== 'done') return 'lapsed'
  return stoppedOn > dueOn ? 'missed' : 'kept'
}

/** What must, and what must not, be said of a clock, by whoever reads: the words of the other verdicts are wrong. */
const said: Record<Locale, Record<'officer' | 'patient', Record<Standing, RegExp>>> = {
  ru: {
    officer: {
      running: /остал|срок сегодня|срок завтра/,
      overdue: /просрочено на/,
      kept: /соблюдён/,
      missed: /нарушен/,
      lapsed: /отпал/,
    },
    patient: {
      running: /не позже \d/,
      overdue: /срок прошёл/,
      kept: /, в срок/,
      missed: /позже срока/,
      lapsed: /отказала|вы отозвали/,
    },
  },
  en: {
    officer: {
      running: /left|due today|due tomorrow/,
      overdue: /overdue/,
      kept: /kept/,
      missed: /missed/,
      lapsed: /lapsed/,
    },
    patient: {
      running: /by \d/,
      overdue: /the term ended on/,
      kept: /in time/,
      missed: /too late/,
      lapsed: /refused on|you withdrew/,
    },
  },
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ')

for (const [name, make] of Object.entries(states)) {
  test(`a request ${name} is told as it is, on every page`, async ({ open, sql }) => {
    const scene = await make(sql)
    const facts = await factsOf(sql, scene.requestId)
    const clinic = await findOperator(slug)
    const today = localDate(new Date(), clinic?.timeZone ?? 'UTC')
    const leading = facts.clocks.find(({ stoppedOn }) => stoppedOn === null)
    const page = await open()
    await arriveAsStaff(page, sql, `lead@${slug}.example`)
    if (facts.hasEmail) await arriveAsRequester(page, sql, scene)

    for (const locale of locales) {
      const words = messages[locale]
      const clockIn = (lines: string[], clock: string) => lines.find((line) => line.startsWith(clock)) ?? ''
      const linesOf = async (page: Page, items: string) => (await page.locator(items).allInnerTexts()).map(plain)

      await test.step(`the officer's case, ${locale}`, async () => {
        await page.goto(paths.request(locale, slug, scene.requestId))
        const lines = await linesOf(page, 'section[aria-labelledby=deadline] ul > li')
        for (const clock of facts.clocks) {
          const line = clockIn(lines, words.admin.clock[clock.clock])
          expect.soft(line).toContain(plain(formatDate(clock.dueOn, locale)))
          expect.soft(line).toMatch(said[locale].officer[standingOf(clock, today)])
        }
        const heading = plain(await page.locator('#deadline').innerText())
        if (leading) expect.soft(heading).toContain(plain(formatDate(leading.dueOn, locale)))
        else expect.soft(heading).not.toContain(words.admin.clock.response)
        const head = plain(await page.locator('main header').first().innerText())
        expect.soft(head).toContain(facts.assignee ?? words.admin.case.nobody)
        expect.soft(head).toContain(words.admin.state[facts.state])
      })

      await test.step(`the queue and the register, ${locale}`, async () => {
        await page.goto(paths.queue(locale, slug))
        const row = page.locator('tr', { hasText: scene.reference })
        await expect.soft(row).toHaveCount(leading ? 1 : 0)
        if (leading) {
          const text = plain(await row.innerText())
          // Of several due on one day any may lead.
          const leads = facts.clocks.filter(({ stoppedOn, dueOn }) => stoppedOn === null && dueOn === leading.dueOn)
          expect.soft(leads.filter(({ clock }) => text.includes(words.admin.clock[clock]))).toHaveLength(1)
          expect.soft(text).toMatch(said[locale].officer[standingOf(leading, today)])
          expect.soft(text).toContain(facts.assignee ?? words.admin.queue.nobody)
        }
        await page.goto(paths.register(locale, slug))
        const line = plain(await page.locator('tr', { hasText: scene.reference }).innerText())
        expect.soft(line).toContain(words.admin.timeliness[timelinessOf(facts.clocks, today)])
        expect.soft(line).toContain(words.admin.state[facts.state])
      })

      await test.step(`the receipt, ${locale}`, async () => {
        await page.goto(paths.receipt(locale, slug, scene.receipt))
        const lines = await linesOf(page, 'section[aria-labelledby=clocks] li')
        expectOfPatient(lines, locale)
        const answerBy = facts.clocks.find(({ clock }) => clock === 'answer' || clock === 'response')
        const main = plain(await page.locator('main').innerText())
        const promised = [words.receipt.due, words.receipt.dueMissed].some((text) => main.includes(text))
        expect
          .soft(promised, 'an answer is promised')
          .toBe(facts.state === 'registered' || facts.state === 'in-progress')
        if (promised)
          expect.soft(main.toLowerCase()).toContain(plain(formatDate(answerBy?.dueOn ?? '', locale)).toLowerCase())
      })

      if (facts.hasEmail) {
        await test.step(`the person's own case, ${locale}`, async () => {
          await page.goto(paths.ownCase(locale, slug, scene.reference))
          const main = plain(await page.locator('main').innerText())
          expect.soft(main).toContain(words.kinds.state[facts.state])
          if (leading) expect.soft(main).toContain(plain(formatDateInSentence(leading.dueOn, locale)))
          expectOfPatient(await linesOf(page, 'section[aria-labelledby=clocks] li'), locale)
        })
      }

      function expectOfPatient(lines: string[], to: Locale): void {
        for (const clock of facts.clocks) {
          const line = clockIn(lines, messages[to].kinds.clock[clock.clock])
          expect.soft(line).toMatch(said[to].patient[standingOf(clock, today)])
          const day = clock.stoppedOn ?? clock.dueOn
          expect.soft(line).toContain(plain(formatDate(day, to)))
        }
      }
    }
  })
}

function timelinessOf(clocks: Clock[], today: CalendarDate): 'undecided' | 'in-time' | 'late' | 'lapsed' {
  const standings = clocks.map((clock) => standingOf(clock, today))
  const isLate = clocks.some(({ dueOn, stoppedOn }) => (stoppedOn ?? today) > dueOn)
  if (isLate) return 'late'
  if (standings.includes('running')) return 'undecided'
  return standings.includes('kept') ? 'in-time' : 'lapsed'
}
