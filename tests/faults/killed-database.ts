import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '@/db/embedded'
import { type Portal, startPortal, type StartingPortal } from '@/lib/cli/portal'
import { paths } from '@/lib/core/links'
import { listMail } from '@/lib/demo-mail/store'
import { imed } from '@/db/operators/imed'
import { loadProfiles } from '@/lib/operators/load-profiles'
import { listOperators } from '@/lib/operators/queries'
import { submitForm } from '../support/forms'
import { joinPortal, leavePortal, untilServed } from '../support/portal-domain'
import { openWorkspace } from '../support/workspace'
import { letLeasesLapse } from './killed-worker'

const BACK_MS = 10_000

/**
 * The whole portal, as `npm start` runs it, while people file: PostgreSQL is killed (-9), and comes back by itself. Neither
 * web nor worker is started anew; what a person was told to be registered is there, and the letter about it leaves.
 */
export function testKilledDatabase({ kills }: { kills: number }): void {
  const workspace = openWorkspace('killed-database')
  let starting: StartingPortal
  let portal: Portal
  let sql: postgres.Sql

  beforeAll(async () => {
    starting = startPortal({ dataDir: workspace.dir, port: await freePort(), demo: false })
    portal = await starting.ready
    const { env, database } = portal
    sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {}, backoff: () => 0.1 })
    joinPortal({ url: env.PORTAL_URL, dataDir: env.DATA_DIR, masterKey: env.MASTER_KEY, ...database })
    await loadProfiles(new Date(), [imed])
    await untilServed(env.PORTAL_URL, imed.slug)
  }, 240_000)
  afterAll(async () => {
    await leavePortal()
    await sql.end()
    await starting.stop()
    workspace.remove()
  })

  it(`killed ${kills}x under load comes back within ${BACK_MS / 1000} s and loses nothing`, async () => {
    const load = startFiling(portal.env.PORTAL_URL)
    const backAfter: { web: number; worker: number }[] = []
    for (let kill = 1; kill <= kills; kill += 1) {
      // An hour goes by since the last one: to the portal, all that is filed here comes from one source.
      await sql`delete from limit_count`
      await load.until(load.filed.length + 3)
      killPostmaster(workspace.dir)
      const killedAt = performance.now()
      const since = () => Math.round(performance.now() - killedAt)
      // One that was under way may still be answered: the next one begins after the kill.
      const fresh = await load.nextBegunAfter(killedAt)
      const web = since()
      await untilMailed(fresh.email)
      backAfter.push({ web, worker: since() })
    }
    await load.stop()

    process.stdout.write(`database killed ${kills}x: ${JSON.stringify({ filed: load.filed.length, backAfter })}\n`)
    expect(await Promise.race([portal.failed, Promise.resolve('everything runs')])).toBe('everything runs')
    expect(Math.max(...backAfter.flatMap(({ web, worker }) => [web, worker]))).toBeLessThan(BACK_MS)
    expect((await fetch(`${portal.env.PORTAL_URL}/api/health`)).status).toBe(200)
    await expectAllThere(load.filed)
  })

  async function expectAllThere(filed: readonly Filed[]): Promise<void> {
    const rows = await sql<{ id: string }[]>`select id from request`
    const stored = new Set(rows.map(({ id }) => id))
    expect(filed.filter(({ requestId }) => !stored.has(requestId))).toEqual([])
    // A mail that was being sent at the kill waits for its lease to end: three minutes go by.
    const clinic = (await listOperators()).find(({ slug }) => slug === imed.slug)
    if (clinic) await letLeasesLapse(sql, clinic)
    for (const { email } of filed) await untilMailed(email)
  }

  async function untilMailed(email: string): Promise<void> {
    const isThere = async () => (await listMail(portal.env, 10_000)).some(({ to }) => to.includes(email))
    while (!(await isThere())) await setTimeout(100)
  }
}

function killPostmaster(dataDir: string): void {
  const [pid] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

interface Filed {
  requestId: string
  email: string
  begunAt: number
}

/** How long somebody pauses before they file again: faster would be a flood, whose letters wait. */
const PAUSE_MS = 1_000

/** Two people at a time, one request after the other, until told to stop. A refusal is no acknowledgement. */
function startFiling(url: string) {
  const filed: Filed[] = []
  const waiting = new Set<() => void>()
  let isStopping = false
  const fileOne = async () => {
    const begunAt = performance.now()
    const email = `${crypto.randomUUID()}@patients.example`
    const typed = { ...filling, submissionId: crypto.randomUUID(), 'contact.email': email }
    const answer = await submitForm(url + paths.newRequest('ru', imed.slug, 'access'), typed, {
      having: 'contact.email',
    })
    await answer.arrayBuffer()
    // The token of a receipt begins with the id of its request.
    const [, requestId] = /\/receipt\/([\da-f-]{36})/.exec(answer.headers.get('location') ?? '') ?? []
    if (!requestId) throw new Error(`A request was answered with ${answer.status}, not with its receipt`)
    filed.push({ requestId, email, begunAt })
    for (const wake of waiting) wake()
  }
  const run = async () => {
    // Nothing is killed yet: what fails now is a fault of the test.
    await fileOne()
    while (!isStopping)
      await fileOne().then(
        () => setTimeout(PAUSE_MS),
        () => setTimeout(50),
      )
  }
  const running = Promise.all([run(), run()])
  const changed = () => Promise.race([running, nextWake()])
  const nextWake = () =>
    new Promise<void>((resolve) => {
      const wake = () => {
        waiting.delete(wake)
        resolve()
      }
      waiting.add(wake)
    })
  return {
    filed,
    until: async (count: number) => {
      while (filed.length < count) await changed()
    },
    nextBegunAfter: async (moment: number): Promise<Filed> => {
      for (;;) {
        const found = filed.find(({ begunAt }) => begunAt > moment)
        if (found) return found
        await changed()
      }
    },
    stop: async () => {
      isStopping = true
      await running
    },
  }
}

const filling = {
  requesterType: 'subject',
  'subject.lastName': 'Соколова',
  'subject.firstName': 'Мария',
  'signature.statement?': 'on',
  'signature.name': 'Соколова Мария',
  intent: 'file',
}
