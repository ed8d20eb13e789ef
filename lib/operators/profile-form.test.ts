import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formObject, type FormObject } from '@/app/_server/form-object'
import { operatorProfiles } from '@/db/operators'
import { profileValues, readPart } from './profile-form'
import { membersOf, profilePartNames } from './profile-parts'

function sent(values: Record<string, string | string[]>): FormObject {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one)
  return formObject(form)
}

const absent = { letters: { note: null, signature: null }, logo: null }

describe.each(operatorProfiles.map((profile) => [profile.slug, { ...absent, ...profile }] as const))(
  'the profile of %s',
  (_, profile) => {
    it.each(profilePartNames)('comes back from the form of %s as it was', (part) => {
      const own = Object.fromEntries(membersOf(part).map((member) => [member, profile[member]]))
      expect(readPart(part, sent(profileValues(part, profile)))).toEqual({ ok: true, patch: own })
    })
  },
)

it('says of a row that is there twice that it is, instead of losing one', () => {
  const label = { ru: 'Раздел', en: 'Section' }
  const row = { kind: 'access', field: 'phone', level: 'hidden' }
  const sections = { 0: { key: 'one', label }, 3: { key: 'two', label }, 4: { key: 'one', label } }
  expect(readPart('sections', { sections })).toEqual({ ok: false, fields: { 'sections.4.key': ['twice'] } })
  const [profile] = operatorProfiles
  const asked = profile && sent(profileValues('ask', { ...profile, askByKind: {} }))
  const askByKind = { 0: row, 1: { ...row, field: 'proof' }, 2: row }
  expect(readPart('ask', { ...asked, askByKind })).toEqual({ ok: false, fields: { 'askByKind.2.field': ['twice'] } })
})

it('takes sites as they were pasted, and says what is none', () => {
  const read = (...sites: string[]) => readPart('frames', { frames: { ...sites.map((site) => ({ site })) } })
  expect(read('https://Nord.example/', 'https://www.nord.example')).toEqual({
    ...{ ok: true, patch: { frames: [{ site: 'https://nord.example' }, { site: 'https://www.nord.example' }] } },
  })
  expect(read('https://nord.example/contacts', 'http://nord.example', 'nord.example')).toEqual({
    ok: false,
    fields: { 'frames.0.site': ['badSite'], 'frames.1.site': ['badSite'], 'frames.2.site': ['badSite'] },
  })
  expect(read('https://nord.example', 'https://NORD.example')).toEqual({
    ok: false,
    fields: { 'frames.1.site': ['twice'] },
  })
  const many = Array.from({ length: 11 }, (_, n) => `https://nord-${n}.example`)
  expect(read(...many)).toEqual({ ok: false, fields: { frames: ['tooMany'] } })
  expect(read()).toEqual({ ok: true, patch: { frames: undefined } })
})

it('takes whatever a form may bring, and tells what is wrong with it', () => {
  const names = [
    'contacts',
    'frames',
    'site',
    'name',
    'registration',
    'sections',
    'askByKind',
    'minors',
    'kinds',
    'clauses',
    'text',
    'ru',
  ]
  const key = fc.oneof(fc.constantFrom(...names, '0', '-1', '99999999', 'remove', 'length'), fc.string())
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.string(),
      fc.constant(true),
      fc.array(fc.string()),
      fc.dictionary(key, tie('any'), { maxKeys: 5 }),
    ),
  })).any
  fc.assert(
    fc.property(fc.constantFrom(...profilePartNames), fc.dictionary(key, value), (part, form) => {
      const read = readPart(part, form)
      if (!read.ok) expect(Object.keys(read.fields).length).toBeGreaterThan(0)
    }),
    { numRuns: 2_000 },
  )
})
