import { afterEach, describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { purgeUploads } from '@/lib/documents/purge-uploads'
import { takeUpload } from '@/lib/documents/take-upload'
import { sampleScan } from '@/lib/demo/sample-scan'
import { limits as counted } from '@/lib/limits/model'
import type { Operator } from '@/lib/operators/queries'
import { fileRequest } from '@/lib/requests/file-request'
import { limits } from '@/lib/requests/schemas'
import { checkKey } from '@/lib/saved-forms/check-key'
import { ticketOf } from '@/lib/saved-forms/keys'
import type { SavedForm, SavedValues } from '@/lib/saved-forms/model'
import { purgeForms } from '@/lib/saved-forms/purge-forms'
import { findSavedForm } from '@/lib/saved-forms/queries'
import { saveForm } from '@/lib/saved-forms/save-form'
import { takeTurn } from '@/lib/saved-forms/take-turn'
import { formatSavedKey } from '@/lib/text/saved-key'
import { needleFinder, needlesOf } from '../support/needles'
import { clinicOf, publicAt, requestForm, useDomain } from '../support/domain'

const { sql } = useDomain()
const HOUR = 3_600_000
const DAY = 24 * HOUR
const later = (milliseconds: number, from: Date) => new Date(from.getTime() + milliseconds)

// Each test has days of its own: limits count by the clock.
let start = new Date('2026-12-01T09:00:00Z')
afterEach(() => {
  start = later(7 * DAY, start)
})

const typed: SavedValues = {
  'subject.lastName': 'Соколова',
  details: 'Пока\nне всё',
  'categories[]': ['name', 'phone'],
}

async function save(
  clinic: Operator,
  values = typed,
  { ticket = '', now = start } = {},
): Promise<SavedForm & { ticket: string }> {
  const visitor = publicAt(clinic, now)
  const saved = await execute(saveForm, visitor, { ticket, kind: 'correction', values })
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  const form = await findSavedForm(visitor, saved.value.ticket)
  if (!form) throw new Error('What was saved is not there')
  return { ...form, ticket: saved.value.ticket }
}

const tried = (clinic: Operator, savedKey: string, { now = start, from = 'home' } = {}) =>
  execute(checkKey, publicAt(clinic, now, from), { savedKey })

const unknown = { ok: true, value: { fits: false } }
const actions = async () =>
  (await sql`select action from audit_event where action like 'form.%' order by at, seq`).map(({ action }) =>
    String(action),
  )

describe('a saved form', () => {
  it('is opened by its key as it was left, nothing of it valid', async () => {
    const clinic = await clinicOf('imed')
    const { key } = await save(clinic)
    const checked = await tried(clinic, formatSavedKey(key))
    if (!checked.ok || !checked.value.fits) throw new Error('The key does not fit')
    expect(checked.value.kind).toBe('correction')
    const form = await findSavedForm(publicAt(clinic, start), checked.value.ticket)
    expect(form).toEqual({ key, kind: 'correction', values: typed, expiresAt: later(DAY, start) })
    expect(await actions()).toEqual(['form.saved', 'form.viewed', 'form.key-accepted', 'form.viewed'])
    const data = await sql`select distinct data::text as data from audit_event where action like 'form.%'`
    expect(data.map((row) => String(row['data']))).toEqual(['{}'])
  })

  it('starts no clock and files nothing', async () => {
    await save(await clinicOf('imed'))
    expect(await sql`select from request`).toHaveLength(0)
  })

  it('leaves neither a word of it nor its key in the row', async () => {
    const { key } = await save(await clinicOf('imed'))
    const find = needleFinder([key, typed['details'] as string, 'Соколова'].flatMap(needlesOf))
    const [row] = await sql`select id, form, operator_id, expires_at from saved_form order by expires_at desc limit 1`
    const { id, form } = row as unknown as { id: Buffer; form: Buffer }
    expect(find(Buffer.concat([id, form]))).toEqual([])
    expect(form.length).toBeGreaterThan(100)
  })

  it('is nobody’s to open at another clinic, by its key or its ticket', async () => {
    const [own, other] = [await clinicOf('imed'), await clinicOf('caop1')]
    const { key, ticket } = await save(own)
    expect(await tried(other, key)).toEqual(unknown)
    expect(await findSavedForm(publicAt(other, start), ticket)).toBeUndefined()
    expect(await findSavedForm(publicAt(other, start), ticketOf(other.id, key))).toBeUndefined()
    expect(await findSavedForm(publicAt(own, start), 'x')).toBeUndefined()
  })

  it('opens for a day and not a moment longer', async () => {
    const clinic = await clinicOf('imed')
    const { key, ticket } = await save(clinic)
    const [last, over] = [later(DAY - 1, start), later(DAY, start)]
    expect(await tried(clinic, key, { now: last })).toMatchObject({ value: { fits: true } })
    expect(await tried(clinic, key, { now: over })).toEqual(unknown)
    expect(await findSavedForm(publicAt(clinic, over), ticket)).toBeUndefined()
  })

  it('is swept away after that, at its own clinic alone', async () => {
    const [clinic, other] = [await clinicOf('imed'), await clinicOf('caop1')]
    await sql`delete from saved_form`
    await save(clinic)
    await save(clinic, typed, { now: later(HOUR, start) })
    await save(other)
    const purge = (now: Date) =>
      execute(purgeForms, contextFor({ kind: 'system', operatorId: clinic.id } as const, clinic.timeZone, now), {})
    expect(await purge(later(DAY - 1, start))).toEqual({ ok: false, reason: 'nothing-expired' })
    expect(await purge(later(DAY, start))).toMatchObject({ ok: true })
    expect(await sql`select operator_id from saved_form order by expires_at`).toHaveLength(2)
    const [event] = await sql`select data from audit_event where action = 'form.purged'`
    expect(event?.['data']).toEqual({ forms: 1 })
  })

  it('saved again keeps its key, and its day begins anew', async () => {
    const clinic = await clinicOf('imed')
    const first = await save(clinic)
    const now = later(20 * HOUR, start)
    const again = await save(clinic, { details: 'Теперь всё' }, { ticket: first.ticket, now })
    expect([again.key, again.values, again.expiresAt]).toEqual([first.key, { details: 'Теперь всё' }, later(DAY, now)])
    expect(await sql`select from saved_form where expires_at > ${start}`).toHaveLength(1)
  })

  it('gets a key of its own each time that somebody begins', async () => {
    const clinic = await clinicOf('imed')
    const keys = new Set<string>()
    for (let n = 0; n < 20; n += 1) keys.add((await save(clinic)).key)
    expect(keys.size).toBe(20)
  })

  it('goes once it is filed, and only then', async () => {
    const clinic = await clinicOf('imed')
    const { key, ticket } = await save(clinic)
    const file = (changes: Parameters<typeof requestForm>[0]) =>
      execute(fileRequest, publicAt(clinic, start), requestForm({ savedForm: ticket, ...changes }))
    expect(await file({ uploads: ['gone'] })).toEqual({ ok: false, reason: 'upload-expired' })
    expect(await tried(clinic, key)).toMatchObject({ value: { fits: true } })
    expect(await file({})).toMatchObject({ ok: true })
    expect(await tried(clinic, key)).toEqual(unknown)
  })

  it('filed from two places is one request', async () => {
    const clinic = await clinicOf('imed')
    const { ticket, key } = await save(clinic)
    const form = requestForm({ savedForm: ticket })
    const first = await execute(fileRequest, publicAt(clinic, start), form)
    const second = await execute(fileRequest, publicAt(clinic, start), { ...form, savedForm: ticketOf(clinic.id, key) })
    expect(second).toEqual(first)
  })

  it('brings its files along, for as long as it is kept', async () => {
    const clinic = await clinicOf('imed')
    const taken = await takeUpload(publicAt(clinic, start), { name: 'скан.pdf', bytes: sampleScan('Соколова') })
    if (!taken.ok) throw new Error(taken.reason)
    const { token } = taken.value
    const now = later(20 * HOUR, start)
    const files = {
      'uploads[]': [token, 'lost'],
      'uploadNames[]': [`${token} скан № 2.pdf`, 'lost a b.pdf', ...Array.from({ length: 9 }, () => 'taken out.pdf')],
    }
    const { values, ticket } = await save(clinic, files, { now })
    const [renewed = ''] = values['uploads[]'] ?? []
    expect(renewed).not.toBe(token)
    expect(values).toEqual({
      'uploads[]': [renewed, 'lost'],
      'uploadNames[]': [`${renewed} скан № 2.pdf`, 'lost a b.pdf'],
    })
    const dayAfter = later(19 * HOUR, now)
    const system = contextFor({ kind: 'system', operatorId: clinic.id } as const, clinic.timeZone, dayAfter)
    await execute(purgeUploads, system, {})
    const form = requestForm({ savedForm: ticket, uploads: [renewed] })
    expect(await execute(fileRequest, publicAt(clinic, dayAfter), form)).toMatchObject({ ok: true })
    expect(await sql`select from attachment`).toHaveLength(1)
  })
})

describe('what may be saved', () => {
  const saving = async (values: unknown, kind = 'access') =>
    execute(saveForm, publicAt(await clinicOf('imed'), start), { kind, values })

  it('is no longer than its fields take', async () => {
    expect(await saving({ details: '🙂'.repeat(limits.details / 2) })).toMatchObject({ ok: true })
    expect(await saving({ details: '🙂'.repeat(limits.details / 2) + 'я' })).toEqual({
      ok: false,
      reason: 'invalid',
      fields: { 'values.details': ['tooLong 5000'] },
    })
    expect(await saving({ 'uploads[]': Array.from({ length: 6 }, () => 'x') })).toMatchObject({ reason: 'invalid' })
    expect(await saving({ 'categories[]': Array.from({ length: 80_000 }, () => 'x') })).toMatchObject({ ok: false })
  })

  it('is of fields that the form has', async () => {
    const saved = await saving({ details: 'да', intent: 'save', 'x[]': ['1'], '__proto__.a': 'b' })
    if (!saved.ok) throw new Error(saved.reason)
    const form = await findSavedForm(publicAt(await clinicOf('imed'), start), saved.value.ticket)
    expect(form?.values).toEqual({ details: 'да' })
  })

  it('is a form of a kind that there is', async () => {
    expect(await saving({}, 'theft')).toMatchObject({ reason: 'invalid' })
  })
})

describe('guessing a key', () => {
  it('is told the same whatever is wrong, and counted by where it comes from', async () => {
    const clinic = await clinicOf('imed')
    const { key } = await save(clinic)
    const { most } = counted['wrong-key-source']
    const from = 'a guesser'
    for (let n = 0; n < most; n += 1) {
      expect(await tried(clinic, String(n).padStart(20, '0'), { from })).toEqual(unknown)
    }
    const slowed = { ok: false, reason: 'too-many-wrong-keys', until: later(HOUR, start) }
    expect(await tried(clinic, key, { from })).toEqual(slowed)
    expect(await tried(await clinicOf('caop1'), key, { from })).toEqual(slowed)
    expect(await tried(clinic, key)).toMatchObject({ value: { fits: true } })
    expect(await tried(clinic, key, { from, now: later(HOUR, start) })).toMatchObject({ value: { fits: true } })
  }, 30_000)

  it('does not count what can be no key', async () => {
    const clinic = await clinicOf('imed')
    for (const text of ['', '1234', 'что это', '9'.repeat(80)]) {
      expect(await tried(clinic, text)).toMatchObject({ reason: 'invalid' })
    }
    expect((await sql`select from audit_event where action = 'form.key-rejected' and at >= ${start}`).length).toBe(0)
  })
})

describe('a source that saves far more than people do', () => {
  const pace = { apartMs: 300, patienceMs: 5_000 }

  it('does so one after the other, and is refused nothing', async () => {
    const clinic = await clinicOf('imed')
    const flood = publicAt(clinic, start, 'a flood')
    const many = (times: number) => Promise.all(Array.from({ length: times }, () => takeTurn(flood, pace)))
    const begin = performance.now()
    expect(new Set(await many(counted['saved-form-source'].most))).toEqual(new Set([true]))
    const free = performance.now() - begin
    expect(await many(4)).toEqual([true, true, true, true])
    const held = performance.now() - begin - free
    expect(held).toBeGreaterThanOrEqual(3 * pace.apartMs - 10)
    const other = performance.now()
    expect(await takeTurn(publicAt(clinic, start, 'home'), pace)).toBe(true)
    expect(performance.now() - other).toBeLessThan(pace.apartMs)
  })

  it('is told to come again where its line is too long', async () => {
    const flood = publicAt(await clinicOf('imed'), start, 'another flood')
    for (let n = 0; n < counted['saved-form-source'].most; n += 1) await takeTurn(flood)
    expect(await takeTurn(flood, { apartMs: 60_000, patienceMs: 50 })).toBe(true)
    expect(await takeTurn(flood, { apartMs: 60_000, patienceMs: 50 })).toBe(false)
  })
})
