import { afterAll, beforeAll, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { takeRequest } from '@/lib/requests/take-request'
import { type Audience, pagesFor } from '../e2e/helpers/pages'
import { newScene, type Scene } from '../e2e/helpers/scene'
import { typedForms } from '../e2e/helpers/typed-forms'
import { askAt } from '../support/ask'
import { type BuiltWeb, startBuiltWeb } from '../support/built-web'
import { officerSession, requesterSession } from '../support/cookies'
import { clinicOf, staffAt, useDomain } from '../support/domain'

const { sql, hire } = useDomain()
let web: BuiltWeb
let scene: Scene
const cookies: Record<Audience, string> = { anybody: '', requester: '', clinic: '', staff: '', admin: '' }

beforeAll(async () => {
  const clinic = await clinicOf('imed')
  scene = await newScene(sql, clinic.slug)
  const lead = await hire(clinic, 'lead')
  await execute(takeRequest, staffAt(lead, new Date()), { requestId: scene.requestId })
  cookies.clinic = cookies.staff = (await officerSession(sql, lead.actor.staffId)).cookie
  const admin = await hire(clinic, 'admin')
  await sql`update staff set is_admin = true where id = ${admin.actor.staffId}`
  cookies.admin = (await officerSession(sql, admin.actor.staffId)).cookie
  cookies.requester = (await requesterSession(sql, { ...scene, operatorId: clinic.id })).cookie
  web = await startBuiltWeb()
}, 240_000)
afterAll(() => web.stop())

/** Secrets, which no form keeps, and files, which no browser gives back. */
const UNKEPT = new Set(['password', 'newPassword', 'code', 'proof', 'savedKey', 'files'])

/** The names in each form of a page that sends something, hidden ones first told apart. */
const typedInto = (html: string) =>
  [...html.matchAll(/<form\b.*?<\/form>/gs)]
    .filter(([form]) => form.includes('name="$ACTION_'))
    .map(([form]) => {
      const fields = [...form.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(([tag]) => ({
        name: /\sname="([^"]+)"/.exec(tag)?.[1] ?? '',
        isTyped: !/\stype="(hidden|submit)"/.test(tag),
      }))
      return {
        all: new Set(fields.map(({ name }) => name)),
        typed: fields.filter(({ name, isTyped }) => isTyped && name && !UNKEPT.has(name)).map(({ name }) => name),
      }
    })
    .filter(({ typed }) => typed.length > 0)

/** The field by which the table finds each form. */
const known = Object.values(typedForms).map(({ field }) => /\[name="?([^\]"]+)/.exec(field)?.[1] ?? '')

it.each(Object.keys(cookies) as Audience[])(
  'each form of pages for %s that is typed into is in the table',
  async (audience) => {
    let forms = 0
    for (const { path } of pagesFor(audience)) {
      const { text } = await askAt(web.url, path(scene, 'ru'), {
        headers: { cookie: cookies[audience], accept: 'text/html' },
      })
      for (const { all, typed } of typedInto(text)) {
        forms += 1
        expect
          .soft(
            known.some((field) => all.has(field)),
            `${path(scene, 'ru')}: ${typed.join()}`,
          )
          .toBe(true)
      }
    }
    expect(forms).toBeGreaterThan(0)
  },
)
