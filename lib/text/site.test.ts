import { expect, it } from 'vitest'
import { cleanSite } from './site'

it.each([
  ['https://nord.example', 'https://nord.example'],
  ['https://nord.example/', 'https://nord.example'],
  ['HTTPS://Nord.Example/', 'https://nord.example'],
  ['https://nord.example:443', 'https://nord.example'],
  ['https://клиника.рф/', 'https://xn--80apagcdp.xn--p1ai'],
  // Not a site, or more than one: as it was typed.
  ['https://nord.example/contacts', 'https://nord.example/contacts'],
  ['https://nord.example/?from=map', 'https://nord.example/?from=map'],
  ['https://nord.example/#map', 'https://nord.example/#map'],
  ['https://lead@nord.example/', 'https://lead@nord.example/'],
  ['nord.example', 'nord.example'],
  ['nord', 'nord'],
])('%s is %s', (typed, site) => expect(cleanSite(typed)).toBe(site))
