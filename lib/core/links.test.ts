import { expect, test } from 'vitest'
import { officersPath, paths } from './links'

const id = '6f0c6a2e-5c1d-4a53-9d52-2f1f3c1b8a11'

test.each([
  ['/ru/admin', '/ru/admin'],
  ['/ru/admin/caop1/register?year=2025', '/en/admin/caop1/register?year=2025'],
  [paths.request('en', 'caop1', id), paths.request('en', 'caop1', id)],
  ['/ru/admin/caop1/queue?filter=mine&kind=access', '/ru/admin/caop1/queue?filter=mine&kind=access'],
  ['/ru/admin/caop1/queue?after=a%3D&after=b', '/ru/admin/caop1/queue?after=a%3D&after=b'],
  ['/ru/admin/caop1/queue?', '/ru/admin/caop1/queue'],
  // What a query may not hold is a part of its values.
  ['/ru/admin?next=//evil.example#x\r\nSet-Cookie: a', '/ru/admin?next=%2F%2Fevil.example%23x%0D%0ASet-Cookie%3A+a'],
  ['/ru/admin?a=b?c', '/ru/admin?a=b%3Fc'],
  // Too long for any page of the portal: the page alone.
  [`/ru/admin/caop1/queue?after=${'a'.repeat(5_000)}`, '/ru/admin/caop1/queue'],
])('%s is a page of officers', (address, path) => {
  expect(officersPath(address, path.startsWith('/en') ? 'en' : 'ru')).toBe(path)
})

test.each([
  'https://evil.example/ru/admin',
  '//evil.example',
  '/ru/admin/../..//evil.example',
  '/ru/admin/sign-in?next=/ru/admin',
  '/ru/caop1/case?number=1',
  '/ru/admin#x',
  '?next=/ru/admin',
  '',
  null,
  undefined,
  ['/ru/admin'],
])('%j leads nowhere', (address) => {
  expect(officersPath(address, 'ru')).toBeUndefined()
})
