import { describe, expect, it } from 'vitest'
import { locales } from '@/db/enums'
import { frameableClinic, frameRule } from '@/lib/operators/frame-sites'
import { handlerRoutes, pageRoutes } from '../support/routes'

/** The only pages that a site may show in a frame, where its clinic names it. */
const frameable = ['/[locale]/[operator]', '/[locale]/[operator]/new/[kind]', '/[locale]/[operator]/receipt/[token]']

const filled: Record<string, string> = {
  kind: 'access',
  token: 'c2NlbmU.t4x9.m-A_c',
  id: 'new',
  part: 'names',
  rest: 'no/such/page',
}

/** An address of the route, at a clinic of that name. */
const addressOf = (route: string, operator: string, locale = 'ru') =>
  route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => ({ ...filled, operator, locale })[name] ?? 'new')

describe.each([...pageRoutes(), ...handlerRoutes()])('%s', (route) => {
  const isFrameable = frameable.includes(route)

  it('is shown in a frame, or is not, however its clinic is called', () => {
    for (const operator of ['imed', 'new', 'case', 'receipt'])
      for (const locale of locales)
        expect(frameableClinic(addressOf(route, operator, locale))).toBe(isFrameable ? operator : undefined)
  })

  it('has no place in a frame by another spelling', () => {
    const address = addressOf(route, 'imed')
    const spelt = [
      ...[
        `${address}?saved`,
        `${address}?`,
        `${address}/`,
        `/${address}`,
        `${address}/x/y`,
        address.replace('/ru', '/de'),
      ],
      ...[address.toUpperCase(), `${address}%2f..%2fcase`, `${address}/../case`, `${address};x`, `${address}\n`],
    ]
    for (const other of spelt) expect(frameableClinic(other), other).toBeUndefined()
  })
})

it('a browser is told of the sites by name, or that there is none', () => {
  expect(frameRule([])).toEqual({ policy: "frame-ancestors 'none'", headers: { 'x-frame-options': 'DENY' } })
  const sites = ['https://nord.example', 'https://www.nord.example']
  expect(frameRule(sites)).toEqual({ policy: `frame-ancestors ${sites.join(' ')}`, headers: {} })
})
