import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '@/lib/core/links'
import { handlers, pages } from '../e2e/helpers/pages'
import { newScene, type Scene } from '../e2e/helpers/scene'
import { type BuiltWeb, startBuiltWeb } from '../support/built-web'
import { officerSession, requesterSession } from '../support/cookies'
import { clinicOf, useDomain } from '../support/domain'
import { submitForm } from '../support/forms'

const { sql, hire } = useDomain()
const SURNAME = 'Перевозчикова'
const EMAIL = 'perevozchikova@patients.example'
/** For one answer: what the log says of the others counts, whatever becomes of it. */
const PATIENCE_MS = 20_000
/** SQLSTATE */
const LOCK_NOT_AVAILABLE = '55P03'
const STRANGER = 'nobody-yet@patients.example'

let web: BuiltWeb
let scene: Scene
let cookie: string
let secrets: Record<string, string>

beforeAll(async () => {
  const clinic = await clinicOf('imed')
  scene = await newScene(sql, clinic.slug, {
    subject: { lastName: SURNAME, firstName: 'Лидия' },
    contact: { email: EMAIL },
  })
  const lead = await hire(clinic, 'lead')
  const sessions = [
    await officerSession(sql, lead.actor.staffId),
    await requesterSession(sql, { ...scene, operatorId: clinic.id }),
  ]
  cookie = sessions.map((session) => session.cookie).join('; ')
  secrets = Object.fromEntries(
    [EMAIL, STRANGER, SURNAME, lead.email, ...sessions.flatMap(({ tokenHash }) => spellings(tokenHash))].map((text) => [
      text.slice(0, 12),
      text,
    ]),
  )
  web = await startBuiltWeb()
}, 240_000)
afterAll(() => web.stop())

/** As a log may write bytes. */
const spellings = (bytes: Buffer): string[] => [
  bytes.toString('hex'),
  bytes.toString('base64'),
  bytes.toString('hex').replaceAll(/(..)(?=.)/g, '$1 '),
  bytes.toString('utf8'),
]

/** Renamed as soon as nothing uses it, and holding up nobody for long: what waits behind it may be what it waits for. */
async function rename(table: string, to: string): Promise<void> {
  const renamed = sql.begin(async (tx) => {
    await tx`set local lock_timeout = '2s'`
    await tx`alter table ${tx(table)} rename to ${tx(to)}`
  })
  await renamed.catch((error: { code?: string }) => {
    if (error.code !== LOCK_NOT_AVAILABLE) throw error
    return rename(table, to)
  })
}

/** Runs `work` while there are no such tables: each statement about them fails, and its parameters with it. */
async function without(tables: readonly string[], work: () => Promise<void>): Promise<void> {
  for (const table of tables) await rename(table, `gone_${table}`)
  try {
    await work()
  } finally {
    for (const table of tables) await rename(`gone_${table}`, table)
  }
}

/** Four at a time, and none that stand side by side: tables of one thing are called alike. */
function apart(names: readonly string[]): string[][] {
  const groups = Math.ceil(names.length / 4)
  return Array.from({ length: groups }, (_, group) => names.filter((_name, n) => n % groups === group))
}

const entrances = Object.entries({ ...pages, ...handlers })

/** Every page and handler, for somebody who is signed in as an officer and in a case of their own: the status of each. */
async function visitAll(): Promise<Map<string, number>> {
  const answers = new Map<string, number>()
  const visit = async ([route, { path }]: (typeof entrances)[number]) => {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const asked = fetch(web.url + path(scene, 'ru'), { headers: { cookie }, redirect: 'manual', signal })
    const answer = await asked.catch((error: Error) => error)
    if (answer instanceof Error) process.stdout.write(`${route} gave no answer: ${answer.name}\n`)
    else await answer.arrayBuffer().catch(() => {})
    answers.set(route, answer instanceof Error ? 0 : answer.status)
  }
  // Four at a time: while one waits for the database another is drawn.
  const left = [...entrances]
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = left.pop(); next; next = left.pop()) await visit(next)
    }),
  )
  return answers
}

/** What strangers may send: their words are parameters too. */
async function sendForms(): Promise<number[]> {
  const at = (path: string) => web.url + path
  const sent = [
    () => submitForm(at(paths.signIn('ru')), { email: STRANGER, password: 'wrong' }, { having: 'password' }),
    () =>
      submitForm(
        at(paths.findCase('ru', scene.slug)),
        { reference: scene.reference, email: EMAIL },
        { having: 'email' },
      ),
    () => submitForm(at(paths.newRequest('ru', scene.slug, 'access')), filling, { having: 'contact.email' }),
  ]
  const answers: number[] = []
  for (const send of sent) {
    // Where the page itself has failed there is no form to send.
    const answer = await send().catch((error: Error) => error)
    answers.push(answer instanceof Error ? 0 : answer.status)
  }
  return answers
}

const filling = {
  requesterType: 'subject',
  'subject.lastName': SURNAME,
  'subject.firstName': 'Лидия',
  'contact.email': STRANGER,
  'signature.statement?': 'on',
  'signature.name': `${SURNAME} Лидия`,
  submissionId: randomUUID(),
  intent: 'file',
}

/** Kept for ten seconds, or in no need of the database, or told by an answer of its own. */
const withoutQueries = [
  '/[locale]',
  '/[locale]/[...rest]',
  '/[locale]/[operator]',
  '/[locale]/[operator]/new/[kind]',
  '/[locale]/[operator]/saved',
  '/[locale]/[operator]/saved/key',
  '/[locale]/admin/[operator]/people/[id]',
  '/[locale]/admin/forgot-password',
  '/[locale]/demo/mail',
  '/[locale]/demo/mail/[id]',
  '/api/sign-on/[provider]',
  '/api/sign-on/[provider]/return',
  '/api/sign-on/[provider]/logout',
]

describe('a statement that fails', () => {
  it('in any route leaves nothing of a person in the log', async () => {
    await visitAll()
    expect((await visitAll()).get('/[locale]/admin/[operator]/requests/[id]'), 'the page of a request').toBe(200)
    const tables = await sql<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and has_table_privilege('portal_app', oid, 'select') order by relname`
    const failed = new Set<string>()
    for (const names of apart(tables.map(({ name }) => name))) {
      await without(names, async () => {
        for (const [route, status] of await visitAll()) if (status >= 500) failed.add(route)
        for (const [form, status] of (await sendForms()).entries()) if (status >= 500) failed.add(`form ${form}`)
      })
    }
    const entries = [...Object.keys(pages), ...Object.keys(handlers), 'form 0', 'form 1', 'form 2']
    expect(entries.filter((entry) => !failed.has(entry) && !withoutQueries.includes(entry))).toEqual([])
    const log = web.log()
    expect(log.match(/\[QueryError\]: 42P01/g)?.length ?? 0, 'errors in the log').toBeGreaterThan(30)
    for (const [name, secret] of Object.entries(secrets)) expect(log.includes(secret), name).toBe(false)
    expect(log).not.toMatch(/params:|parameters:|Failed query/)
  }, 300_000)
})
