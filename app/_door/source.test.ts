import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { sourceOf, trustedProxies } from './source'

const seen = (remoteAddress: string, forwarded?: string, trusted: string[] = ['10.0.0.0/8', 'fd00::/8']) =>
  sourceOf(
    { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage,
    trustedProxies(trusted),
  )

describe('sourceOf', () => {
  it.each([
    ['the socket, with nobody trusted', '203.0.113.7', '198.51.100.1', [], '203.0.113.7'],
    ['the socket, where it is no proxy of ours', '203.0.113.7', '198.51.100.1', undefined, '203.0.113.7'],
    ['whom our proxy saw', '10.0.0.2', '198.51.100.1', undefined, '198.51.100.1'],
    ['not what the client wrote before it', '10.0.0.2', '192.0.2.1, 198.51.100.1', undefined, '198.51.100.1'],
    ['through a chain of ours', '10.0.0.2', '192.0.2.1, 198.51.100.1, 10.9.9.9', undefined, '198.51.100.1'],
    ['the proxy, where it says nothing', '10.0.0.2', undefined, undefined, '10.0.0.2'],
    ['the proxy, where it says nonsense', '10.0.0.2', 'unknown', undefined, '10.0.0.2'],
    ['without the port', '::ffff:10.0.0.2', '198.51.100.1:4711', undefined, '198.51.100.1'],
    ['a network of IPv6', 'fd00::2', '[2001:db8:1:2:3:4:5:6]:4711', undefined, '2001:db8:1:2::/64'],
    ['the same network, written short', 'fd00::2', '2001:DB8:1:2::9', undefined, '2001:db8:1:2::/64'],
    ['a short network', '2001:db8::1', undefined, undefined, '2001:db8:0:0::/64'],
    ['this machine', '::1', undefined, undefined, '0:0:0:0::/64'],
  ])('is %s', (_what, address, forwarded, trusted, source) => {
    expect(seen(address, forwarded, trusted)).toBe(source)
  })
})
