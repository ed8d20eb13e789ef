import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** @param networks addresses or CIDR blocks, as lib/env has checked them */
export function trustedProxies(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    if (bits === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(bits), familyOf(address))
  }
  return list
}

/**
 * Who sends: the address of the socket, or, while that is a proxy of ours, the one before it. What a client writes into
 * X-Forwarded-For stands left of what the first proxy adds, and is not reached. One household counts as one source: of
 * IPv6 the network of 64 bits.
 */
export function sourceOf({ socket, headers }: IncomingMessage, trusted: BlockList): string {
  const hops = String(headers['x-forwarded-for'] ?? '').split(',')
  let address = plainAddress(socket.remoteAddress ?? '')
  while (isIP(address) && trusted.check(address, familyOf(address))) {
    const before = plainAddress(hops.pop() ?? '')
    if (!isIP(before)) break
    address = before
  }
  return isIP(address) === 6 ? `${network64(address)}::/64` : address
}

/** Without port, brackets and zone; an IPv4 address in IPv6 clothes as what it is. */
const plainAddress = (text: string): string =>
  text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=[\d.]+$)/i, '')

function network64(address: string): string {
  const [head = '', tail] = address.split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(Math.max(zeros, 0)).fill('0'), ...groups(tail)]
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
