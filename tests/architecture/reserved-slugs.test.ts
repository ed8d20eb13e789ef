import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { operatorProfileSchema, operatorProfiles, reservedSlugs } from '@/db/operators'

const app = join(import.meta.dirname, '../../app')

/** What stands beside a clinic in addresses: the folders beside each `[operator]`, but for those that are no addresses. */
const besideClinics = () =>
  globSync('**/[[]operator[]]', { cwd: app })
    .filter((folder) => !folder.startsWith('api/'))
    .flatMap((folder) => globSync(join(dirname(folder), '*/').replaceAll('[', '[[]'), { cwd: app }))
    .map((folder) => basename(folder))
    .filter((name) => !/^[_[(@]/.test(name))
    .toSorted()

it('no clinic can be called what the portal calls a page of its own', () => {
  expect(besideClinics()).toContain('admin')
  expect(besideClinics()).toContain('people')
  expect(reservedSlugs).toEqual(besideClinics())
  for (const slug of besideClinics())
    expect
      .soft(operatorProfileSchema.safeParse({ ...operatorProfiles[0], slug }).error?.issues, slug)
      .toMatchObject([{ path: ['slug'], message: 'an address of the portal itself' }])
  expect(operatorProfileSchema.safeParse({ ...operatorProfiles[0], slug: 'sign-in-clinic' }).success).toBe(true)
})
