import { describe, expect, it } from 'vitest'
import { operatorProfiles, operatorProfileSchema } from '.'

const isTaken = (...sites: string[]) =>
  operatorProfileSchema.safeParse({ ...operatorProfiles[0], frames: sites.map((site) => ({ site })) }).success

describe('the sites that may show the form in a frame', () => {
  it.each([
    'https://nord.example',
    'https://www.nord-clinic.example',
    'https://xn--80apagcdp.xn--p1ai',
    'https://a1.b2.co',
  ])('may be %s', (site) => expect(isTaken(site)).toBe(true))

  it.each([
    'http://nord.example',
    'https://nord.example/',
    'https://nord.example/contacts',
    'https://nord.example?from=map',
    'https://nord.example#map',
    'https://nord.example:8443',
    'https://nord.example:443',
    'https://lead@nord.example',
    'https://Nord.example',
    'https://клиника.рф',
    'https://*.nord.example',
    'https://*',
    '*',
    'https:',
    "'self'",
    'https://nord.example https://other.example',
    "https://nord.example; script-src 'unsafe-inline'",
    'https://nord.example\n',
    'https://nord',
    'https://localhost',
    'https://127.0.0.1',
    'https://[::1]',
    'https://-nord.example',
    'https://nord..example',
    'nord.example',
    'data:text/html,x',
    '',
  ])('may not be %j', (site) => expect(isTaken(site)).toBe(false))

  it('are ten at most, and none where nobody has named any', () => {
    const sites = Array.from({ length: 11 }, (_, n) => `https://nord-${n}.example`)
    expect(isTaken(...sites.slice(1))).toBe(true)
    expect(isTaken(...sites)).toBe(false)
    expect(operatorProfiles.flatMap(({ frames = [] }) => frames)).toEqual([])
  })
})
