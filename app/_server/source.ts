import { headers } from 'next/headers'
import { SOURCE_HEADER } from '@/lib/core/source'

/** Where a request comes from, as limits count: an IPv4 address, or the /64 network of an IPv6 one. Never logged. */
export async function clientSource(): Promise<string> {
  return (await headers()).get(SOURCE_HEADER) ?? 'unknown'
}
