import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { inScope } from '@/db/client'
import { type OperatorProfile, operatorProfiles, type TermRule, termRulesOf } from '@/db/operators'
import { kindForms } from '@/db/kinds/forms'
import { ROOT } from '@/lib/cli/paths'
import { execute } from '@/lib/core/command'
import { getDatabase } from '@/lib/core/database'
import { completeClinics } from '@/lib/operators/complete-terms'
import { changeTermRule } from '@/lib/operators/change-term-rule'
import { loadProfiles } from '@/lib/operators/load-profiles'
import { readProfile, withTermsInForce } from '@/lib/operators/profile-file'
import { listOperators } from '@/lib/operators/queries'
import { listTermRules } from '@/lib/operators/term-rules'
import { fileRequest } from '@/lib/requests/file-request'
import type { FileRequestForm } from '@/lib/requests/schemas'
import { clinicOf, fileAt, publicAt, requestForm, staffAt, useDomain } from '../support/domain'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')

const [model] = operatorProfiles
if (!model) throw new Error('No profile to take after')

/** A clinic that the sources do not know, half a day ahead of UTC. */
const sixth: OperatorProfile = {
  ...model,
  slug: 'sixth',
  code: 'SX',
  timeZone: 'Asia/Kamchatka',
  demoMail: 'privacy@sixth.example',
}
const load = (profile: OperatorProfile) => loadProfiles(new Date(), [...operatorProfiles, profile])

beforeAll(() => load(sixth))

const answerRule = (amount: number): TermRule => ({
  kind: 'access',
  clock: 'answer',
  amount,
  unit: 'working-days',
  countedFrom: 'receipt',
  legalBasis: { ru: 'Правило шестой клиники', en: 'A rule of the sixth clinic' },
  extension: null,
  rollForward: 'none',
})

const rulesOf = (clock: string) => domain.sql`
  select version, amount, superseded_at is null as "inForce" from term_rule r join operator o on o.id = r.operator_id
  where o.slug = 'sixth' and r.kind = 'access' and clock = ${clock} and requester_type is null order by version`

const forgetDefaults = () => domain.sql`
  update operator_profile set profile = jsonb_set(profile, '{termRules}', '[]')
  where operator_id = (select id from operator where slug = 'sixth')`

const ruleInForce = async () => {
  const [rule] = await domain.sql`select r.id from term_rule r join operator o on o.id = r.operator_id
    where o.slug = 'sixth' and kind = 'access' and clock = 'answer' and requester_type is null and superseded_at is null`
  return String(rule?.['id'])
}

const clockOf = async (requestId: string, clock: string) =>
  domain.sql`select rule_version, amount, due_on::text from request_clock where request_id = ${requestId} and clock = ${clock}`

describe('a sixth clinic', () => {
  it('is there by its data alone, after the others', async () => {
    expect((await listOperators()).map(({ slug }) => slug)).toEqual([
      ...operatorProfiles.map(({ slug }) => slug),
      'sixth',
    ])
  })

  it('takes requests of each of its kinds, in its own zone and register', async () => {
    const clinic = await clinicOf('sixth')
    const needed: Partial<FileRequestForm> = {
      ground: 'stop-processing',
      scope: 'all-processing',
      correction: { wrong: 'Соколва', right: 'Соколова' },
      details: 'Прошу ответить',
    }
    const late = new Date('2026-12-01T12:30:00Z') // 00:30 of the next day there
    const filed = clinic.profile.kinds.filter(({ kind }) => !kindForms[kind].elsewhere)
    for (const [index, { kind }] of filed.entries()) {
      const result = await execute(fileRequest, publicAt(clinic, late), requestForm({ ...needed, kind }))
      expect(result).toMatchObject({ ok: true, value: { reference: `SX-2026-00000${index + 1}` } })
    }
    const received = await domain.sql`select distinct received_on::text from request where operator_id = ${clinic.id}`
    expect(received).toEqual([{ received_on: '2026-12-02' }])
  })
})

describe('a changed term', () => {
  it('is a new version, for new requests alone', async () => {
    const clinic = await clinicOf('sixth')
    const before = await fileAt(clinic, NOW)
    await load({ ...sixth, termRules: [answerRule(5)] })
    const after = await fileAt(clinic, NOW)
    expect(await clockOf(before.requestId, 'answer')).toEqual([{ rule_version: 1, amount: 10, due_on: '2026-12-15' }])
    expect(await clockOf(after.requestId, 'answer')).toEqual([{ rule_version: 2, amount: 5, due_on: '2026-12-08' }])
    expect(await rulesOf('answer')).toEqual([
      { version: 1, amount: 10, inForce: false },
      { version: 2, amount: 5, inForce: true },
    ])
  })

  it('is loaded once, however often', async () => {
    await load({ ...sixth, termRules: [answerRule(5)] })
    await load({ ...sixth, termRules: [answerRule(5)] })
    expect(await rulesOf('answer')).toHaveLength(2)
    expect(await rulesOf('response')).toEqual([{ version: 1, amount: 30, inForce: true }])
  })

  it('goes when its profile drops it, and comes back as a version of its own', async () => {
    const clinic = await clinicOf('sixth')
    const check: TermRule = { ...answerRule(3), clock: 'check' }
    await load({ ...sixth, termRules: [check] })
    await load(sixth)
    expect(await rulesOf('check')).toEqual([{ version: 1, amount: 3, inForce: false }])
    expect(await clockOf((await fileAt(clinic, NOW)).requestId, 'check')).toEqual([])
    await load({ ...sixth, termRules: [check] })
    expect(await rulesOf('check')).toEqual([
      { version: 1, amount: 3, inForce: false },
      { version: 2, amount: 3, inForce: true },
    ])
  })

  it('of the clinic itself outlives every load, until its profile says something new of the same term', async () => {
    const ctx = staffAt(await domain.hire(await clinicOf('sixth'), 'lead'), NOW)
    const check: TermRule = { ...answerRule(3), clock: 'check' }
    await load({ ...sixth, termRules: [answerRule(6)] })
    const { unit, countedFrom, rollForward, legalBasis } = answerRule(6)
    const changed = { ruleId: await ruleInForce(), unit, amount: '7', countedFrom, rollForward, legalBasis }
    expect(await execute(changeTermRule, ctx, changed)).toMatchObject({ ok: true })
    for (const termRules of [[answerRule(6)], [answerRule(6), check], [answerRule(6)]]) {
      await load({ ...sixth, termRules })
      expect((await rulesOf('answer')).at(-1)).toMatchObject({ amount: 7, inForce: true })
    }
    await load({ ...sixth, termRules: [answerRule(8)] })
    expect((await rulesOf('answer')).slice(-3)).toMatchObject([
      { amount: 6, inForce: false },
      { amount: 7, inForce: false },
      { amount: 8, inForce: true },
    ])
  })

  it('of a profile that an earlier release stored without the defaults is still a new version', async () => {
    await load(sixth)
    await forgetDefaults()
    const versions = (await rulesOf('answer')).length
    await load(sixth)
    expect(await rulesOf('answer')).toHaveLength(versions)
    await forgetDefaults()
    await load({ ...sixth, termRules: [answerRule(9)] })
    expect((await rulesOf('answer')).at(-1)).toEqual({ version: versions + 1, amount: 9, inForce: true })
  })

  it('leaves the other clinics alone', async () => {
    const rows = await domain.sql`
      select distinct version from term_rule r join operator o on o.id = r.operator_id where o.slug <> 'sixth'`
    expect(rows).toEqual([{ version: 1 }])
  })
})

describe('a published profile', () => {
  const versions = () => domain.sql`
    select v.version, v.profile->'name'->>'en' as name from operator_profile v join operator o on o.id = v.operator_id
    where o.slug = 'sixth' order by version`

  it('is a version, and the same again is none', async () => {
    await load(sixth)
    const before = (await versions()).length
    await load({ ...sixth, name: { ru: 'Шестая', en: 'The sixth' } })
    const [again] = (await load({ ...sixth, name: { ru: 'Шестая', en: 'The sixth' } })).slice(-1)
    expect(again).toEqual({ ok: false, reason: 'unchanged' })
    expect((await versions()).slice(before)).toEqual([{ version: before + 1, name: 'The sixth' }])
    const [event] = await domain.sql`select data from audit_event e join operator o on o.id = e.operator_id
      where o.slug = 'sixth' and action = 'clinic.published' order by seq desc limit 1`
    expect(event).toMatchObject({ data: { version: before + 1, changed: ['name'] } })
  })

  it('takes neither the address nor the code of another clinic, nor gives up its own', async () => {
    const seventh = { ...sixth, slug: 'seventh', code: 'SX' }
    expect((await loadProfiles(new Date(), [seventh]))[0]).toEqual({ ok: false, reason: 'code-taken' })
    expect((await loadProfiles(new Date(), [{ ...sixth, code: 'SZ' }]))[0]).toEqual({ ok: false, reason: 'code-fixed' })
  })

  it('reads back as it was written, with the terms that the clinic changed by itself', async () => {
    const clinic = await clinicOf('sixth')
    const rules = await inScope(getDatabase(), { operatorId: clinic.id }, listTermRules)
    const document = stringify(withTermsInForce({ ...sixth, name: { ru: 'Шестая', en: 'The sixth' } }, rules))
    const read = readProfile(document)
    expect(read.ok && termRulesOf(read.profile)).toEqual(expect.arrayContaining(termRulesOf(sixth)))
  })
})

describe('a clinic whose profile is older than a kind', () => {
  const rulesOfKind = () => domain.sql`
    select clock, coalesce(requester_type, '*') as who, version, amount, legal_basis->>'ru' as basis from term_rule r
    join operator o on o.id = r.operator_id where o.slug = 'sixth' and r.kind = 'blocking' and superseded_at is null
    order by clock, who`
  const isOfSixth = () => domain.sql`operator_id = (select id from operator where slug = 'sixth')`

  it('gets the default terms of the kind, once, and keeps what it has', async () => {
    const before = await rulesOfKind()
    expect(before.map(({ clock, who }) => `${clock} ${who}`)).toEqual([
      'answer authority',
      'block *',
      'check *',
      'response *',
    ])
    const others =
      await domain.sql`select id, version from term_rule where ${isOfSixth()} and kind <> 'blocking' order by id`
    await domain.sql`delete from term_rule where ${isOfSixth()} and kind = 'blocking'`
    const clinic = await clinicOf('sixth')
    const officer = await domain.hire(clinic, 'officer')
    const byPost = requestForm({ kind: 'blocking', channel: 'post' })
    await expect(execute(fileRequest, staffAt(officer, NOW), byPost)).rejects.toThrow('without a response clock')

    await completeClinics(NOW)
    await completeClinics(NOW)
    expect(await rulesOfKind()).toEqual(before)
    expect(
      await domain.sql`select id, version from term_rule where ${isOfSixth()} and kind <> 'blocking' order by id`,
    ).toEqual(others)
    expect(await execute(fileRequest, staffAt(officer, NOW), byPost)).toMatchObject({ ok: true })
    const told = await domain.sql`
      select data from audit_event where ${isOfSixth()} and action = 'clinic.completed'`
    expect(told.map(({ data }) => data.terms.length)).toEqual([4])
  })
})

describe('the command of the server', () => {
  const clinic = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'lib/cli/clinic.ts', ...args], { cwd: ROOT, encoding: 'utf8' })

  it('gives a profile out and takes it in again', () => {
    const exported = clinic('export', 'imed')
    expect(exported).toMatchObject({ status: 0, stderr: '' })
    const file = join(mkdtempSync(join(tmpdir(), 'portal-clinic-')), 'imed.yaml')
    writeFileSync(file, exported.stdout.replace('ru: АйМед', 'ru: АйМед плюс'))
    expect(clinic('import', file)).toMatchObject({ status: 0, stdout: 'imed: version 2 is in force\n' })
    expect(clinic('import', file)).toMatchObject({ status: 0, stdout: 'imed: unchanged\n' })
    expect(clinic('list').stdout).toMatch(/^imed\tAM\topen\tversion 2\t/m)
    expect(clinic('pause', 'imed').stdout).toBe('imed: paused\n')
    expect(clinic('list').stdout).toMatch(/^imed\tAM\tpaused\t/m)
    // Nobody works there who would answer.
    expect(clinic('open', 'imed').stderr).toContain('nobody would answer')
    expect(clinic('hide', 'nowhere').status).not.toBe(0)
  })

  it('publishes nothing while one document has a fault, and names file, line and part', () => {
    const folder = mkdtempSync(join(tmpdir(), 'portal-clinic-'))
    const [good, bad] = [join(folder, 'good.yaml'), join(folder, 'bad.yaml')]
    const text = clinic('export', 'caop1').stdout
    writeFileSync(good, text.replace('en: ', 'en: New '))
    writeFileSync(bad, text.replace(/^timeZone: .*/m, 'timeZone: Mars/Olympus'))
    const refused = clinic('import', good, bad)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/bad\.yaml:\d+ timeZone: not an IANA time zone/)
    expect(clinic('list').stdout).toMatch(/^caop1\t\w+\topen\tversion 1\t/m)
  })
})
