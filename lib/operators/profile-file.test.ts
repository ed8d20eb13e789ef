import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { operatorProfiles } from '@/db/operators'
import { profileJsonSchema, readProfile } from './profile-file'

const [model] = operatorProfiles
if (!model) throw new Error('No profile to take after')

describe('readProfile', () => {
  it.each(operatorProfiles.map((profile) => [profile.slug, profile] as const))(
    'reads %s in both forms',
    (_, profile) => {
      expect(readProfile(stringify(profile))).toEqual({ ok: true, profile })
      expect(readProfile(JSON.stringify(profile, null, 2))).toEqual({ ok: true, profile })
    },
  )

  it('names line, part and fault, all at once', () => {
    const text = stringify({ ...model, timeZone: 'Mars/Olympus', site: 'not a page' })
    const read = readProfile(text)
    const lineOf = (key: string) => text.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 1
    expect(read.ok ? [] : read.faults).toMatchObject([
      { line: lineOf('timeZone'), path: 'timeZone' },
      { line: lineOf('site'), path: 'site' },
    ])
  })

  it('names the line around what is missing, and of what is no document', () => {
    const { name: _name, ...nameless } = model
    const read = readProfile(stringify(nameless))
    expect(read.ok ? [] : read.faults.map(({ path }) => path)).toEqual(['name'])
    expect(readProfile('slug: [')).toMatchObject({ ok: false, faults: [{ line: 1 }] })
    expect(readProfile('')).toMatchObject({ ok: false })
  })
})

it('has a schema that names every part of a profile, and how a site in a frame is written', () => {
  expect(profileJsonSchema()).toMatchObject({
    properties: {
      frames: { maxItems: 10, items: { properties: { site: { type: 'string', pattern: expect.any(String) } } } },
    },
  })
  expect(profileJsonSchema()).toMatchObject({
    type: 'object',
    required: expect.arrayContaining(['slug', 'kinds', 'termRules']),
  })
})
