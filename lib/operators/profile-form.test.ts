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

const noLetters = { letters: { note: null, signature: null } }

describe.each(operatorProfiles.map((profile) => [profile.slug, { ...noLetters, ...profile }] as const))(
  'the profile of %s',
  (_, profile) => {
    it.each(profilePartNames)('comes back from the form of %s as it was', (part) => {
      const own = Object.fromEntries(membersOf(part).map((member) => [member, profile[member]]))
      expect(readPart(part, sent(profileValues(part, profile)))).toEqual({ ok: true, patch: own })
    })
  },
)
