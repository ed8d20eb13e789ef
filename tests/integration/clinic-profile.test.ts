import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { formObject } from '@/app/_server/form-object'
import { execute } from '@/lib/core/command'
import { asActor } from '@/lib/core/database'
import { NotFoundError } from '@/lib/core/errors'
import { paths } from '@/lib/core/links'
import { getProfileVersion, getProfileView } from '@/lib/operators/profile-draft'
import { markOf, profileValues } from '@/lib/operators/profile-form'
import { openLetter } from '@/lib/mail/letter'
import { changeIntake } from '@/lib/operators/change-intake'
import { loadProfiles } from '@/lib/operators/load-profiles'
import { frameSites } from '@/lib/operators/frame-sites'
import { openClinic } from '@/lib/operators/open-clinic'
import { forgetOperators } from '@/lib/operators/queries'
import type { ProfilePart } from '@/lib/operators/profile-parts'
import { saveLogo } from '@/lib/operators/save-logo'
import { saveProfilePart } from '@/lib/operators/save-profile-part'
import { discardDraft, publishDraft, restoreVersion } from '@/lib/operators/settle-draft'
import { type OperatorProfile, operatorProfiles } from '@/db/operators'
import { changesBetween } from '@/lib/operators/profile-changes'
import { clinicOf, fileAt, type Officer, staffAt, useDomain } from '../support/domain'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')

const leadOf = async (slug: string) => staffAt(await domain.hire(await clinicOf(slug), 'lead'), NOW)
type Lead = Awaited<ReturnType<typeof leadOf>>

/** What the form of a part holds as it is drawn now. */
async function drawn(lead: Lead, part: ProfilePart) {
  const values = profileValues(part, (await getProfileView(lead)).profile)
  return { part, seen: markOf(values), values }
}

/** The form of the notes with one note more. */
const note = (ru: string, clauses = '1.1') => ({
  notes: { 0: { text: { ru, en: `In English: ${ru.length}` }, clauses } },
})

const formOf = (values: Record<string, string | string[]>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one)
  return form
}

const save = async (lead: Lead, ru: string, seen?: string, clauses?: string) =>
  execute(saveProfilePart, lead, {
    ...{ part: 'notes', seen: seen ?? (await drawn(lead, 'notes')).seen },
    ...note(ru, clauses),
  })

const publish = async (lead: Lead) =>
  execute(publishDraft, lead, { seen: markOf((await getProfileView(lead)).profile) })

const notesInForce = async (slug: string) => {
  const [row] = await domain.sql`select profile->'notes' as notes from operator where slug = ${slug}`
  return JSON.stringify(row?.['notes'])
}

describe('a clinic’s profile', () => {
  it('is saved in a draft, seen by nobody before it is published as the next version', async () => {
    const lead = await leadOf('medsystems')
    const colleague = await leadOf('medsystems')
    expect(await save(lead, 'Первое примечание')).toMatchObject({ ok: true })
    expect(await notesInForce('medsystems')).not.toContain('Первое примечание')
    // Whoever else leads the clinic goes on with it.
    const view = await getProfileView(colleague)
    expect(view.draft).toMatchObject({ changed: ['notes'], faults: [] })
    expect(await publish(colleague)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await notesInForce('medsystems')).toContain('Первое примечание')
    const after = await getProfileView(lead)
    expect(after.draft).toBeUndefined()
    const changedIn = (before: OperatorProfile | undefined, now: OperatorProfile) =>
      before ? changesBetween(before, now, (_, value) => value).map(({ part }) => part) : []
    expect(after.versions.map(({ version, before, profile }) => [version, changedIn(before, profile)])).toEqual([
      [2, ['notes']],
      [1, []],
    ])
    const log = await domain.sql`select action from audit_event
      where operator_id = ${lead.actor.operatorId} and action like 'clinic.%' order by seq`
    expect(log.map(({ action }) => action)).toEqual(['clinic.published', 'clinic.drafted', 'clinic.published'])
  })

  it('goes back to an earlier version by a draft, which may be dropped', async () => {
    const lead = await leadOf('imed')
    const before = await notesInForce('imed')
    await save(lead, 'Лишнее')
    await publish(lead)
    expect(await execute(restoreVersion, lead, { version: '2' })).toEqual({ ok: false, reason: 'unchanged' })
    expect(await execute(restoreVersion, lead, { version: '1' })).toMatchObject({ ok: true })
    expect(await execute(restoreVersion, lead, { version: '1' })).toEqual({ ok: false, reason: 'draft-there' })
    const seen = markOf((await getProfileView(lead)).profile)
    expect(await execute(discardDraft, lead, { seen: 'another' })).toEqual({ ok: false, reason: 'newer-version' })
    expect(await execute(discardDraft, lead, { seen })).toMatchObject({ ok: true })
    expect(await execute(discardDraft, lead, { seen })).toEqual({ ok: false, reason: 'no-draft' })
    await execute(restoreVersion, lead, { version: '1' })
    expect(await publish(lead)).toMatchObject({ ok: true, value: { version: 3 } })
    expect(await notesInForce('imed')).toBe(before)
    expect((await getProfileVersion(lead, 2)).notes[0]?.text.ru).toBe('Лишнее')
  })

  it('tells the second of two who edit at once, and loses neither', async () => {
    const [first, second] = [await leadOf('imvizhn'), await leadOf('imvizhn')]
    const { seen } = await drawn(second, 'notes')
    expect(await save(first, 'Слова первого')).toMatchObject({ ok: true })
    expect(await save(second, 'Слова второго', seen)).toEqual({ ok: false, reason: 'newer-version' })
    expect((await getProfileView(second)).profile.notes[0]?.text.ru).toBe('Слова первого')
    // Another part is not in the way.
    const { seen: seenMinors, values } = await drawn(second, 'minors')
    const minors = { minimumAge: values['minors.minimumAge'] === '16' ? '15' : '16' }
    expect(await execute(saveProfilePart, second, { part: 'minors', seen: seenMinors, minors })).toMatchObject({
      ok: true,
    })
    expect((await getProfileView(first)).draft?.changed).toEqual(['minors', 'notes'])
    // What was not seen is not published either.
    const stale = markOf({ ...(await getProfileView(first)).profile, notes: [] })
    expect(await execute(publishDraft, first, { seen: stale })).toEqual({ ok: false, reason: 'newer-version' })
    const mark = markOf((await getProfileView(first)).profile)
    const both = await Promise.all([first, second].map((lead) => execute(publishDraft, lead, { seen: mark })))
    expect(both.map((result) => (result.ok ? 'published' : result.reason)).sort()).toEqual(['no-draft', 'published'])
  })

  it('keeps both parts when two are saved at once, before there is a draft', async () => {
    const [first, second] = [await leadOf('imvizhn'), await leadOf('imvizhn')]
    expect((await getProfileView(first)).draft).toBeUndefined()
    const [notes, minors] = [await drawn(first, 'notes'), await drawn(second, 'minors')]
    const minimumAge = minors.values['minors.minimumAge'] === '16' ? '15' : '16'
    const saved = await Promise.all([
      save(first, 'Одновременно', notes.seen),
      execute(saveProfilePart, second, { part: 'minors', seen: minors.seen, minors: { minimumAge } }),
    ])
    expect(saved.map(({ ok }) => ok)).toEqual([true, true])
    expect((await getProfileView(first)).draft?.changed).toEqual(['minors', 'notes'])
    expect(await publish(first)).toMatchObject({ ok: true })
  })

  it('is told at its fields what is wrong', async () => {
    const lead = await leadOf('caop1')
    const { seen } = await drawn(lead, 'contacts')
    const wrong = {
      0: { channel: 'email', value: { ru: 'info@caop.example', en: 'info@caop.example' }, clauses: '1' },
      2: { channel: 'phone', value: { ru: 'x'.repeat(2_001) }, note: { ru: 'Только по-русски' } },
      3: { channel: 'post', value: { ru: 'Адрес', en: 'Address' }, clauses: '1', remove: true },
      4: { channel: 'pigeon', value: { ru: 'Двор', en: 'Yard' }, clauses: '1' },
    }
    expect(await execute(saveProfilePart, lead, { part: 'contacts', seen, contacts: wrong })).toEqual({
      ...{ ok: false, reason: 'invalid' },
      fields: {
        'contacts.2.value.ru': ['tooLong 2000'],
        'contacts.2.value.en': ['required'],
        'contacts.2.note.en': ['required'],
        'contacts.4.channel': ['required'],
      },
    })
    const names = {
      ...{ part: 'names', seen: (await drawn(lead, 'names')).seen },
      ...{
        name: { ru: 'ЦАОП', en: 'CAOP' },
        legalName: { ru: 'ООО', en: 'LLC' },
        city: { ru: 'Moscow', en: 'Москва' },
      },
      ...{ registration: { ogrn: '123' }, timeZone: 'Europe/Nowhere', site: 'caop.example', policyDate: '31.02' },
      accentHue: '360',
    }
    expect(await execute(saveProfilePart, lead, names)).toMatchObject({
      fields: {
        'city.ru': ['notRussian'],
        'city.en': ['notEnglish'],
        'registration.ogrn': ['badOgrn'],
        timeZone: ['badZone'],
        site: ['badUrl'],
        policyDate: ['dateIncomplete'],
        accentHue: ['badHue'],
      },
    })
    const hrefs = [
      ...['javascript:alert(1)', 'tel:abc', 'mailto:a@b.example?bcc=eve@evil.example', 'mailto:nobody'],
      ...['https://caop.example@evil.example/', 'https://%00.ru'],
    ]
    for (const href of hrefs) {
      const bad = { 0: { ...wrong[0], href } }
      const saved = await execute(saveProfilePart, lead, { part: 'contacts', seen, contacts: bad })
      expect(saved, href).toMatchObject({ fields: { 'contacts.0.href': ['badHref'] } })
    }
    const none = { 0: { ...wrong[0], remove: true } }
    expect(await execute(saveProfilePart, lead, { part: 'contacts', seen, contacts: none })).toMatchObject({
      fields: { contacts: ['noRow'] },
    })
    const script = { ...names, site: 'javascript:alert(1)' }
    expect(await execute(saveProfilePart, lead, script)).toMatchObject({ fields: { site: ['badUrl'] } })
    expect((await getProfileView(lead)).draft).toBeUndefined()
  })

  it('is not published while its parts do not fit together', async () => {
    const lead = await leadOf('eco-smolensk')
    expect(await save(lead, 'Ссылается в никуда', undefined, 'nowhere')).toMatchObject({ ok: true })
    expect((await getProfileView(lead)).draft?.faults).toEqual([
      { what: 'section', part: 'sections', about: 'nowhere', citedIn: ['notes'] },
    ])
    expect(await publish(lead)).toEqual({ ok: false, reason: 'incomplete' })
    const { seen } = await drawn(lead, 'sections')
    const sections = { 0: { key: 'nowhere', label: { ru: 'Нигде', en: 'Nowhere' } } }
    expect(await execute(saveProfilePart, lead, { part: 'sections', seen, sections })).toMatchObject({ ok: true })
    expect(await publish(lead)).toMatchObject({ ok: true })
  })

  it('has a logo that is drawn anew from a file, by leads alone', async () => {
    const lead = await leadOf('caop1')
    const { seen } = await drawn(lead, 'logo')
    const text =
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"><text y="60" font-size="48">Север</text></svg>'
    const picture = await sharp(Buffer.from(text)).png().toBuffer()
    const officer = staffAt(await domain.hire(await clinicOf('caop1')), NOW)
    expect(await saveLogo(officer, { seen }, picture)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await saveLogo(lead, { seen }, undefined)).toMatchObject({ fields: { file: ['required'] } })
    expect(await saveLogo(lead, { seen }, Buffer.from('no picture'))).toMatchObject({
      fields: { file: ['badPicture'] },
    })
    expect(await saveLogo(lead, { seen }, picture)).toMatchObject({ ok: true })
    const { draft, profile } = await getProfileView(lead)
    expect([draft?.changed, profile.logo?.slice(0, 22)]).toEqual([['logo'], 'data:image/png;base64,'])
    expect(profile.logo?.length).toBeGreaterThan(1_000)
    const { seen: then } = await drawn(lead, 'logo')
    expect(await saveLogo(lead, { seen: then, remove: true }, undefined)).toMatchObject({ ok: true })
    await execute(discardDraft, lead, { seen: markOf((await getProfileView(lead)).profile) })
  })

  it('is not published with a withdrawal of consent that has nothing to withdraw', async () => {
    const lead = await leadOf('caop1')
    const { seen, values } = await drawn(lead, 'kinds')
    const kinds = formObject(formOf({ ...values, 'consentScopes[]': [], 'mailingChannels[]': [] }))
    expect(await execute(saveProfilePart, lead, { ...kinds, part: 'kinds', seen })).toMatchObject({ ok: true })
    const { draft, profile } = await getProfileView(lead)
    expect(draft?.faults).toEqual([{ what: 'scope', part: 'kinds', about: '' }])
    expect(await publish(lead)).toEqual({ ok: false, reason: 'incomplete' })
    await execute(discardDraft, lead, { seen: markOf(profile) })
  })

  it('adds a paragraph and a signature to letters to patients, which tell nobody what it is', async () => {
    const lead = await leadOf('eco-smolensk')
    const { seen } = await drawn(lead, 'letters')
    const words = (ru: string, en: string) => ({ part: 'letters', seen, letters: { note: { ru, en } } })
    const telling = await execute(saveProfilePart, lead, words('Ваш лечащий врач', 'We answer on working days.'))
    expect(telling).toMatchObject({ fields: { 'letters.note.ru': ['notNeutral лечащий'] } })
    const neutral = words('Мы отвечаем по будням.', 'We answer on working days.')
    expect(await execute(saveProfilePart, lead, neutral)).toMatchObject({ ok: true })
    expect(await publish(lead)).toMatchObject({ ok: true })
    forgetOperators()
    const clinic = await clinicOf('eco-smolensk')
    await fileAt(clinic, NOW)
    const letters = await domain.sql`select id, template from mail where operator_id = ${clinic.id}`
    const textOf = async (template: string) => {
      const id = String(letters.find((mail) => mail['template'] === template)?.['id'])
      return (await asActor(lead.actor, (tx) => openLetter(tx, id))).text
    }
    expect(await textOf('request-received')).toContain('Мы отвечаем по будням.')
    expect(await textOf('new-request')).not.toContain('Мы отвечаем по будням.')
  })

  it('names the sites that show its form in a frame, and is as it was once the last of them is taken out', async () => {
    const lead = await leadOf('eco-smolensk')
    const name = async (frames: object) =>
      execute(saveProfilePart, lead, { part: 'frames', seen: (await drawn(lead, 'frames')).seen, frames })
    expect(await name({ 0: { site: 'https://nord.example/form' } })).toMatchObject({
      fields: { 'frames.0.site': ['badSite'] },
    })
    expect(await name({ 1: { site: 'https://Nord.example/' } })).toMatchObject({ ok: true })
    expect((await getProfileView(lead)).draft).toMatchObject({ changed: ['frames'], faults: [] })
    expect(await publish(lead)).toMatchObject({ ok: true })
    forgetOperators()
    const slug = 'eco-smolensk'
    expect(await frameSites(paths.newRequest('en', slug, 'access'))).toEqual(['https://nord.example'])
    expect(await frameSites(paths.newRequest('en', 'imed', 'access'))).toEqual([])
    expect(await frameSites(paths.findCase('en', slug))).toEqual([])
    expect(await name({ 0: { site: 'https://nord.example', remove: true } })).toMatchObject({ ok: true })
    expect(await publish(lead)).toMatchObject({ ok: true })
    const [last, , before] = (await getProfileView(lead)).versions
    const changes = last?.before && changesBetween(last.before, last.profile, (_, value) => value)
    expect(changes?.map(({ part }) => part)).toEqual(['frames'])
    const profiles = [last, before].map((each) => getProfileVersion(lead, each?.version ?? 0))
    expect(await profiles[0]).toEqual(await profiles[1])
  })

  it('is edited and read by leads and admins of the clinic alone, and published with a recent proof', async () => {
    const clinic = await clinicOf('caop1')
    const hired = async (role: 'officer' | 'auditor' | 'lead' | 'admin'): Promise<Officer> => domain.hire(clinic, role)
    const { seen } = await drawn(await leadOf('caop1'), 'notes')
    for (const role of ['officer', 'auditor'] as const) {
      const ctx = staffAt(await hired(role), NOW)
      expect(await save(ctx, 'Чужие слова', seen)).toEqual({ ok: false, reason: 'not-allowed' })
      expect(await execute(publishDraft, ctx, { seen })).toEqual({ ok: false, reason: 'not-allowed' })
      expect(await execute(discardDraft, ctx, { seen })).toEqual({ ok: false, reason: 'not-allowed' })
      expect(await execute(restoreVersion, ctx, { version: '1' })).toEqual({ ok: false, reason: 'not-allowed' })
      await expect(getProfileView(ctx)).rejects.toThrow(NotFoundError)
      await expect(getProfileVersion(ctx, 1)).rejects.toThrow(NotFoundError)
    }
    const admin = staffAt(await hired('admin'), NOW)
    expect(await save(admin, 'Слова администратора')).toMatchObject({ ok: true })
    const lead = await hired('lead')
    const old = { ...staffAt(lead, NOW), actor: { ...lead.actor, provenAt: null } }
    expect(await publish(old)).toEqual({ ok: false, reason: 'proof-needed' })
    // The lead of another clinic reads and writes their own.
    const elsewhere = await leadOf('imed')
    expect((await getProfileView(elsewhere)).draft).toBeUndefined()
    expect((await getProfileView(elsewhere)).profile.slug).toBe('imed')
    await expect(getProfileVersion(elsewhere, 99)).rejects.toThrow(NotFoundError)
  })

  it('is replaced by a document that is loaded on the server, and taken back from its versions', async () => {
    const [document] = operatorProfiles
    if (!document) throw new Error('No document')
    const before = await notesInForce('medsystems')
    expect(before).toContain('Первое примечание')
    const [result] = await loadProfiles(NOW, [document])
    // Whoever commands the server has the last word, and the version before is there to be taken back.
    expect(result).toMatchObject({ ok: true, value: { version: 3 } })
    const lead = await leadOf('medsystems')
    await execute(restoreVersion, lead, { version: '2' })
    await publish(lead)
    expect(await notesInForce('medsystems')).toBe(before)
  })

  it('takes what is loaded on the server into a draft that was begun before', async () => {
    const [document] = operatorProfiles
    if (!document) throw new Error('No document')
    const lead = await leadOf('medsystems')
    expect(await save(lead, 'В черновике')).toMatchObject({ ok: true })
    const [name, hour] = [{ ru: 'Новое имя', en: 'New name' }, document.termRules.slice(1)]
    const [result] = await loadProfiles(NOW, [{ ...document, name, termRules: hour }])
    expect(result).toMatchObject({ ok: true })
    const view = await getProfileView(lead)
    expect(view.profile).toMatchObject({ name, termRules: hour })
    expect(view.draft?.changed).toEqual(['notes'])
    expect(await publish(lead)).toMatchObject({ ok: true })
    expect((await getProfileView(lead)).profile).toMatchObject({ name, notes: [{ text: { ru: 'В черновике' } }] })
    // Terms have versions of their own: an earlier profile brings none back.
    expect(await execute(restoreVersion, lead, { version: '1' })).toMatchObject({ ok: true })
    expect((await getProfileView(lead)).profile).toMatchObject({ name: document.name, termRules: hour })
  })
})

describe('a new clinic', () => {
  const first = {
    ...{ slug: 'Nord-Clinic', registerCode: 'nc', site: 'https://nord.example', timeZone: 'Europe/Samara' },
    ...{ name: { ru: 'Север', en: 'North' }, legalName: { ru: 'ООО «Север»', en: 'North LLC' } },
    email: 'info@nord.example',
  }
  const opening = async (role: 'admin' | 'auditor' = 'admin') => {
    const { actor, ...ctx } = staffAt(await domain.hire(await clinicOf('imed'), role), NOW)
    return { ...ctx, actor: { ...actor, operatorId: crypto.randomUUID() } }
  }

  it('begins whole, with what the law says, and hidden', async () => {
    const ctx = await opening()
    expect(await execute(openClinic, ctx, first)).toEqual({ ok: true, value: { slug: 'nord-clinic' } })
    forgetOperators()
    const clinic = await clinicOf('nord-clinic')
    expect(clinic).toMatchObject({ code: 'NC', intake: 'hidden', timeZone: 'Europe/Samara' })
    const lead = staffAt(await domain.hire(clinic, 'lead'), NOW)
    expect((await getProfileView(lead)).versions).toMatchObject([{ version: 1 }])
    expect(await save(lead, 'Своё примечание', undefined, 'law-access')).toMatchObject({ ok: true })
    expect(await publish(lead)).toMatchObject({ ok: true, value: { version: 2 } })
    // It files from the day it is opened to patients, once there is somebody to answer.
    expect(await execute(changeIntake, lead, { intake: 'open' })).toMatchObject({ ok: true })
    expect((await fileAt(clinic, NOW)).reference).toBe('NC-2026-000001')
  })

  it('has an address and a code of its own', async () => {
    const again = await opening()
    expect(await execute(openClinic, again, first)).toMatchObject({ fields: { slug: ['slug-taken'] } })
    const other = await execute(openClinic, again, { ...first, slug: 'other' })
    expect(other).toMatchObject({ fields: { registerCode: ['code-taken'] } })
  })

  it('is opened once by two who open it at the same moment', async () => {
    const twin = { ...first, slug: 'twin-clinic', registerCode: 'tw' }
    const both = await Promise.all([await opening(), await opening()].map((ctx) => execute(openClinic, ctx, twin)))
    expect(both.map((result) => (result.ok ? 'opened' : result.reason)).sort()).toEqual(['invalid', 'opened'])
  })

  it('is opened by who runs the installation alone, and told what is missing', async () => {
    expect(await execute(openClinic, await opening('auditor'), first)).toEqual({ ok: false, reason: 'not-allowed' })
    const wrong = {
      email: 'info@nord.example',
      slug: 'admin',
      registerCode: 'nord1',
      site: 'nord',
      name: { ru: 'Север' },
    }
    expect(await execute(openClinic, await opening(), wrong)).toMatchObject({
      fields: {
        ...{ slug: ['badSlug'], registerCode: ['badCode'], site: ['badUrl'], timeZone: ['required'] },
        ...{ 'name.en': ['required'], 'legalName.ru': ['required'], 'legalName.en': ['required'] },
      },
    })
  })
})
