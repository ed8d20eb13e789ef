import { headers } from 'next/headers'

/** The address that a request came from, as the proxy in front tells it. An IPv6 host has a whole /64 to itself. */
export async function clientSource(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for')
  const address = forwarded?.split(',').at(-1)?.trim() ?? 'unknown'
  return address.includes(':') && !address.includes('.') ? networkOf(address) : address
}

/** The first 64 bits: '2001:db8::1' gives '2001:db8:0:0'. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const parts = head.split(':').filter(Boolean)
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - parts.length - rest.length)
  return [...parts, ...Array<string>(zeros).fill('0'), ...rest].slice(0, 4).join(':')
}
