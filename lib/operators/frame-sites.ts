import { locales } from '@/db/enums'
import { reservedSlugs } from '@/db/operators'
import { findOperator } from './queries'

/** A clinic's page, its forms and what they end in, asked for with nothing more: each works without any cookie. */
const FRAMEABLE = new RegExp(`^/(?:${locales.join('|')})/([a-z0-9-]+)(?:/new/[a-z-]+|/receipt/[\\w.-]+)?$`)

/** The clinic whose sites may show an address (path and query) in a frame; undefined: nobody may. */
export function frameableClinic(address: string): string | undefined {
  const slug = FRAMEABLE.exec(address)?.[1]
  return slug === undefined || reservedSlugs.includes(slug) ? undefined : slug
}

/** The sites that may show an address in a frame: none, where the database cannot be asked. */
export async function frameSites(address: string): Promise<string[]> {
  const slug = frameableClinic(address)
  const operator = slug === undefined ? undefined : await findOperator(slug).catch(() => undefined)
  return operator?.profile.frames?.map(({ site }) => site) ?? []
}

/** What tells a browser which sites those are: of the page's policy; and a header of old, which can name none. */
export const frameRule = (sites: readonly string[]) => ({
  policy: `frame-ancestors ${sites.join(' ') || "'none'"}`,
  headers: sites.length > 0 ? {} : { 'x-frame-options': 'DENY' },
})

/** Whether a browser asks for what it will show within another page: what `Sec-Fetch-Dest` says. */
export const isFrame = (wanted: string | null | undefined): boolean =>
  ['iframe', 'frame', 'embed', 'object'].includes(wanted ?? '')
