/** A small tree of files in memory, with what its rule must say about it; without `caught` it must say nothing. */
export interface Planted {
  rule: string
  title: string
  files: Record<string, string>
  caught?: string[]
}

/** Violations planted for each rule, and neighbours that look like them and are none. */
export const planted: readonly Planted[] = [
  {
    rule: 'layers',
    title: 'lib that imports app',
    files: { 'lib/requests/rules.ts': `import { x } from '@/app/_server/context'` },
    caught: ['lib/requests/rules.ts imports app/_server/context'],
  },
  {
    rule: 'layers',
    title: 'db that imports a type of lib by a relative path',
    files: { 'db/client.ts': `import type { Actor } from '../lib/core/actor'` },
    caught: ['db/client.ts imports lib/core/actor'],
  },
  {
    rule: 'layers',
    title: 'lib that imports next, dynamically',
    files: { 'lib/sessions/queries.ts': `export const f = async () => (await import('next/headers')).cookies()` },
    caught: ['lib/sessions/queries.ts imports next/headers: only app knows the screen'],
  },
  {
    rule: 'layers',
    title: 'lib that imports a type of react within a type',
    files: { 'lib/requests/model.ts': `export type Node = import('react').ReactNode` },
    caught: ['lib/requests/model.ts imports react: only app knows the screen'],
  },
  {
    rule: 'layers',
    title: 'emails that import values of the vocabularies',
    files: { 'emails/words.ts': `export { locales } from '@/db/enums'` },
    caught: ['emails/words.ts imports values of db/enums'],
  },
  {
    rule: 'layers',
    title: 'emails that import the schema',
    files: { 'emails/words.ts': `import type { request } from '@/db/schema'` },
    caught: ['emails/words.ts imports db/schema'],
  },
  {
    rule: 'layers',
    title: 'vocabularies that import anything',
    files: { 'db/enums.ts': `import { z } from 'zod'` },
    caught: ['db/enums.ts imports zod, and the vocabularies import nothing'],
  },
  {
    rule: 'layers',
    title: 'a product file that imports the support of tests',
    files: { 'lib/calendar/terms.ts': `import { oracle } from './oracle.test-support'` },
    caught: ['lib/calendar/terms.ts imports lib/calendar/oracle.test-support'],
  },
  {
    rule: 'layers',
    title: 'the allowed directions',
    files: {
      'app/page.tsx': `import { f } from '@/lib/x/queries'\nimport Link from 'next/link'`,
      'lib/x/queries.ts': `import { db } from '@/db/client'\nimport { emails } from '@/emails'`,
      'lib/mail/render.ts': `import { render } from '@react-email/render'`,
      'emails/words.ts': `import type { Locale } from '@/db/enums'\nimport type { CSSProperties } from 'react'`,
      'lib/x/queries.test.ts': `import { page } from '@/app/page'`,
    },
  },
  {
    rule: 'libOrder',
    title: 'a leaf of core that imports a feature, if only its types',
    files: { 'lib/core/context.ts': `import type { Operator } from '@/lib/operators/queries'` },
    caught: ['lib/core/context.ts imports lib/operators/queries'],
  },
  {
    rule: 'libOrder',
    title: 'a leaf of core that opens the database',
    files: { 'lib/core/errors.ts': `import { getDatabase } from './database'` },
    caught: ['lib/core/errors.ts imports lib/core/database: a leaf takes from leaves'],
  },
  {
    rule: 'libOrder',
    title: 'the command runner that knows a feature',
    files: { 'lib/core/command.ts': `import { fileRequest } from '@/lib/requests/file-request'` },
    caught: ['lib/core/command.ts imports lib/requests/file-request'],
  },
  {
    rule: 'libOrder',
    title: 'a service that knows a feature',
    files: { 'lib/audit/append.ts': `import { can } from '@/lib/requests/permissions'` },
    caught: ['lib/audit/append.ts imports lib/requests/permissions'],
  },
  {
    rule: 'libOrder',
    title: 'a normalisation that knows a service',
    files: { 'lib/text/phone.ts': `import { searchHash } from '@/lib/vault/search-hash'` },
    caught: ['lib/text/phone.ts imports lib/vault/search-hash'],
  },
  {
    rule: 'libOrder',
    title: 'a feature that imports the worker',
    files: { 'lib/reminders/sweep.ts': `export * from '@/lib/worker/main'` },
    caught: ['lib/reminders/sweep.ts imports lib/worker/main'],
  },
  {
    rule: 'libOrder',
    title: 'the allowed order',
    files: {
      'lib/core/context.ts': `import { localDate } from './zoned'`,
      'lib/core/command.ts': `import { appendAudit } from '@/lib/audit/append'\nimport { asActor } from './database'`,
      'lib/audit/append.ts': `import type { Context } from '@/lib/core/context'`,
      'lib/vault/search-hash.ts': `import { phoneKey } from '@/lib/text/phone'`,
      'lib/text/dates.ts': `import { isCalendarDate } from '@/lib/core/calendar-date'`,
      'lib/requests/take.ts': `import { defineCommand } from '@/lib/core/command'`,
      'lib/cli/worker.ts': `import { main } from '@/lib/worker/main'`,
    },
  },
  {
    rule: 'circles',
    title: 'two features in a circle over a third file',
    files: {
      'lib/a/one.ts': `import { two } from '@/lib/b/two'`,
      'lib/b/two.ts': `import { three } from './three'`,
      'lib/b/three.ts': `export const f = () => import('@/lib/a/one')`,
    },
    caught: ['lib/a/one.ts lib/a/one → lib/b/two → lib/b/three → lib/a/one'],
  },
  {
    rule: 'circles',
    title: 'a circle of types',
    files: {
      'lib/a/one.ts': `import type { Two } from './two'`,
      'lib/a/two.ts': `export type Two = import('./one').One`,
    },
    caught: ['lib/a/one.ts lib/a/one → lib/a/two → lib/a/one'],
  },
  {
    rule: 'circles',
    title: 'two ways to one file',
    files: {
      'lib/a/one.ts': `import { b } from './two'\nimport { c } from './three'`,
      'lib/a/two.ts': `import { c } from './three'`,
      'lib/a/three.ts': `export const c = 1`,
    },
  },
  {
    rule: 'browser',
    title: 'a client file that imports a query',
    files: { 'app/_ui/queue.tsx': `'use client'\nimport { listQueue } from '@/lib/requests/queue'` },
    caught: ['app/_ui/queue.tsx takes lib/requests/queue into the browser'],
  },
  {
    rule: 'browser',
    title: 'a client file that reaches the profiles through another file',
    files: {
      'app/_ui/form.tsx': `'use client'\nimport { label } from './label'`,
      'app/_ui/label.ts': `import { clauseLabel } from '@/db/operators'`,
    },
    caught: ['app/_ui/label.ts takes db/operators into the browser'],
  },
  {
    rule: 'browser',
    title: 'a schema that reaches a module of Node',
    files: {
      'app/_ui/form.tsx': `"use client"\nimport { schema } from '@/lib/requests/schemas'`,
      'lib/requests/schemas.ts': `import { createHash } from 'node:crypto'`,
    },
    caught: ['lib/requests/schemas.ts takes node:crypto into the browser'],
  },
  {
    rule: 'browser',
    title: 'what is made for both sides, types, and calls of actions',
    files: {
      'app/_ui/form.tsx': `'use client'
        import { schema } from '@/lib/requests/schemas'
        import { paths } from '@/lib/core/links'
        import { locales } from '@/db/enums'
        import type { Operator } from '@/lib/operators/queries'
        import { type QueueRow } from '@/lib/requests/queue'
        import { file } from '../actions'`,
      'app/actions.ts': `'use server'\nimport { fileRequest } from '@/lib/requests/file-request'`,
      'app/page.tsx': `import { listQueue } from '@/lib/requests/queue'`,
    },
  },
  {
    rule: 'environment',
    title: 'a member of process.env',
    files: { 'lib/mail/transport.ts': `export const url = process.env.SMTP_URL` },
    caught: ['lib/mail/transport.ts reads process.env'],
  },
  {
    rule: 'environment',
    title: 'the environment by brackets, by a pattern and by an import',
    files: {
      'app/a.ts': `export const a = process['env']['X']`,
      'app/b.ts': `const { env } = process`,
      'app/c.ts': `import { env as settings } from 'node:process'`,
    },
    caught: ['app/a.ts reads process.env', 'app/b.ts reads process.env', 'app/c.ts reads process.env'],
  },
  {
    rule: 'environment',
    title: 'lib/env, a settings file, a test, and other uses of process',
    files: {
      'lib/env.ts': `export const env = process.env`,
      'next.config.ts': `export const dist = process.env.DIST`,
      'lib/env.test.ts': `process.env.X = '1'`,
      'lib/cli/web.ts': `process.exit(1)\nimport { platform } from 'node:process'`,
    },
  },
  {
    rule: 'actions',
    title: 'a bare async function',
    files: { 'app/actions.ts': `'use server'\nexport async function erase(id: string) {}` },
    caught: ['app/actions.ts exports erase, which no wrapper of app/_server has built'],
  },
  {
    rule: 'actions',
    title: 'a wrapper of somebody else, an arrow, a default and a list',
    files: {
      'app/a.ts': `'use server'\nimport { staffAction } from './my-action'\nexport const take = staffAction(async () => {})`,
      'app/b.ts': `'use server'\nexport const take = async () => {}`,
      'app/c.ts': `'use server'\nexport default async () => {}`,
      'app/d.ts': `'use server'\nconst take = async () => {}\nexport { take }`,
    },
    caught: [
      'app/a.ts exports take, which no wrapper of app/_server has built',
      'app/b.ts exports take, which no wrapper of app/_server has built',
      'app/c.ts exports default or *, which no wrapper of app/_server has built',
      'app/d.ts exports a list, which no wrapper of app/_server has built',
    ],
  },
  {
    rule: 'actions',
    title: 'an action inside a page',
    files: {
      'app/page.tsx': `export default () => { async function go() { 'use server' } return <form action={go} /> }`,
    },
    caught: ['app/page.tsx has an action inside a function'],
  },
  {
    rule: 'actions',
    title: 'wrapped actions and types',
    files: {
      'app/actions.ts': `'use server'
        import { staffAction } from '@/app/_server/action'
        export const take = staffAction((ctx) => execute(takeRequest, ctx, {}))
        export type Taken = { ok: true }
        const helper = () => 1`,
    },
  },
  {
    rule: 'appDoor',
    title: 'a page with SQL',
    files: {
      'app/page.tsx': `import { eq } from 'drizzle-orm'
        import { request } from '@/db/schema'
        import { getDatabase } from '@/lib/core/database'`,
    },
    caught: [
      'app/page.tsx imports drizzle-orm',
      'app/page.tsx imports db/schema',
      'app/page.tsx imports lib/core/database',
    ],
  },
  {
    rule: 'appDoor',
    title: 'a page that makes its own actor',
    files: { 'app/page.tsx': `import { contextFor } from '@/lib/core/context'` },
    caught: ['app/page.tsx imports lib/core/context'],
  },
  {
    rule: 'appDoor',
    title: 'a route that reads a file without a context',
    files: {
      'app/api/files/route.ts': `import { getFileFor } from '@/lib/documents/queries'`,
      'lib/documents/queries.ts': `import { asActor } from '@/lib/core/database'`,
    },
    caught: ['app/api/files/route.ts reads getFileFor without a context of app/_server'],
  },
  {
    rule: 'appDoor',
    title: 'a page that takes the profiles from the sources, so that a sixth clinic would miss',
    files: { 'app/page.tsx': `import { operatorProfiles, askFor } from '@/db/operators'` },
    caught: ['app/page.tsx imports operatorProfiles of db/operators'],
  },
  {
    rule: 'appDoor',
    title: 'a page that reads through a context, and public facts',
    files: {
      'app/queue/page.tsx': `import { staffContext } from '@/app/_server/context'
        import { listQueue } from '@/lib/requests/queue'
        import type { Context } from '@/lib/core/context'`,
      'lib/requests/queue.ts': `import { asActor } from '@/lib/core/database'`,
      'lib/operators/queries.ts': `import { getDatabase } from '@/lib/core/database'`,
      'app/page.tsx': `import { listOperators } from '@/lib/operators/queries'\nimport { clauseLabel } from '@/db/operators'`,
      'app/_server/context.ts': `import { contextFor } from '@/lib/core/context'`,
    },
  },
  {
    rule: 'clock',
    title: 'rules that ask the machine for the time',
    files: {
      'lib/requests/rules.ts': `export const isLate = (due: Date) => due < new Date()`,
      'lib/requests/deadlines.ts': `export const age = (at: Date) => Date.now() - at.getTime()`,
      'lib/calendar/terms.ts': `export const today = () => Temporal.Now.plainDateISO()`,
      'lib/core/zoned.ts': `export const text = Date()`,
      'lib/requests/take-request.ts': `const now = Date.now`,
    },
    caught: [
      'lib/requests/rules.ts calls new Date()',
      'lib/requests/deadlines.ts calls Date.now()',
      'lib/calendar/terms.ts calls Temporal.Now',
      'lib/core/zoned.ts calls Date()',
      'lib/requests/take-request.ts calls Date.now()',
    ],
  },
  {
    rule: 'clock',
    title: 'reading a given value, and the ends that set the clock',
    files: {
      'lib/requests/deadlines.ts': `export const later = (at: Date) => new Date(at.getTime() + 1)`,
      'lib/worker/main.ts': `export const now = () => new Date()`,
      'lib/calendar/terms.test.ts': `const now = new Date()`,
    },
  },
  {
    rule: 'asked',
    title: 'a pool that is asked where it is named',
    files: {
      'lib/sessions/queries.ts': `import { getDatabase } from '@/lib/core/database'
        export const all = () => getDatabase().select()`,
      'lib/calendar/queries.ts': `import { getReferenceDatabase } from '@/lib/core/database'
        const db = getReferenceDatabase()`,
    },
    caught: [
      'lib/sessions/queries.ts asks getDatabase() without ask or inScope',
      'lib/calendar/queries.ts asks getReferenceDatabase() without ask or inScope',
    ],
  },
  {
    rule: 'asked',
    title: 'a pool that is handed on',
    files: {
      'lib/sessions/queries.ts': `import { ask, inScope } from '@/db/client'
        import { getDatabase } from '@/lib/core/database'
        export const all = () => ask(getDatabase(), (db) => db.select())
        export const own = () => inScope(getDatabase(), {}, (tx) => tx.select())`,
      'lib/core/database.ts': `export const getDatabase = () => pool('work')`,
    },
  },
  {
    rule: 'copies',
    title: 'errors told by instanceof: imported, of a namespace, of a default import, of the file itself',
    files: {
      'app/_server/page.ts': `import { NotFoundError } from '@/lib/core/errors'
        export const isGone = (error: unknown) => error instanceof NotFoundError`,
      'lib/env.ts': `import { z } from 'zod'
        export const isFault = (error: unknown) => error instanceof z.ZodError`,
      'db/client.ts': `import postgres from 'postgres'
        export const isFull = (error: unknown) => error instanceof postgres.PostgresError`,
      'lib/core/command.ts': `class Rollback extends Error {}
        export const isRollback = (error: unknown) => error instanceof Rollback`,
    },
    caught: [
      'app/_server/page.ts asks instanceof NotFoundError',
      'lib/env.ts asks instanceof z',
      'db/client.ts asks instanceof postgres',
      'lib/core/command.ts asks instanceof Rollback',
    ],
  },
  {
    rule: 'copies',
    title: 'what the language, a browser or Node brings along, and tests, which have one copy',
    files: {
      'lib/log.ts': `export const isError = (error: unknown) => error instanceof Error && !(error instanceof TypeError)`,
      'db/embedded.ts': `import { Socket } from 'node:net'
        export const isSocket = (stream: unknown) => stream instanceof Socket`,
      'app/_ui/box.tsx': `export const isField = (target: unknown) => target instanceof HTMLElement`,
      'lib/core/errors.test.ts': `import { NotFoundError } from './errors'
        export const isGone = (error: unknown) => error instanceof NotFoundError`,
    },
  },
  {
    rule: 'kinds',
    title: 'a page, a switch and a query that tell kinds apart',
    files: {
      'app/a.tsx': `export const rows = (asked: Asked) => (asked.kind === 'claim' ? 7 : 3)`,
      'lib/b.ts': `export const f = (kind: K) => { switch (kind) { case 'access': return 1 } }`,
      'lib/c.ts': `export const g = (row?: Row) => 'deletion' !== row?.kind`,
    },
    caught: ['app/a.tsx tells claim apart', 'lib/b.ts tells access apart', 'lib/c.ts tells deletion apart'],
  },
  {
    rule: 'kinds',
    title: 'lists of some kinds: an array, a table and a type',
    files: {
      'lib/a.ts': `export const quick = ['blocking', 'consent-withdrawal']`,
      'app/b.ts': `export const rows = { access: 3, 'consent-withdrawal': 2 }`,
      'db/c.ts': `export type Lawful = 'access' | 'correction'`,
    },
    caught: [
      'lib/a.ts lists blocking, consent-withdrawal',
      'app/b.ts lists access, consent-withdrawal',
      'db/c.ts lists access, correction',
    ],
  },
  {
    rule: 'kinds',
    title: 'the registry, tests, one kind that is offered, and the same words of other things',
    files: {
      'db/kinds/forms.ts': `export const forms = { access: 1, correction: 2 }`,
      'lib/a.test.ts': `export const two = ['access', 'correction']`,
      'db/operators/a.ts': `export const claim = { kind: 'claim', clauses: [] }`,
      'lib/b.ts': `export const lifts = (clock: C) => clock.countedFrom === 'correction'\nexport const parts = ['files', 'access']`,
    },
  },
]
