import type { Locale, RequestKind } from '@/db/enums'
import type { StaffActor } from '@/lib/core/actor'
import type { Context } from '@/lib/core/context'
import { NotFoundError } from '@/lib/core/errors'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import { canGiveLinks } from './permissions'
import type { Operator } from './queries'

/** An address that a clinic gives to its patients: of its page, or of the form of one kind. */
export interface ClinicLink {
  kind: RequestKind | undefined
  url: Record<Locale, string>
}

/** The clinic's page first, then each kind that it offers. Throws `NotFoundError` for those who give none out. */
export async function getClinicLinks(
  { actor }: Context<StaffActor>,
  { slug, profile }: Operator,
): Promise<[ClinicLink, ...ClinicLink[]]> {
  if (!canGiveLinks(actor)) throw new NotFoundError('links')
  const both = (path: (locale: Locale) => string) => ({ ru: portalUrl(path('ru')), en: portalUrl(path('en')) })
  return [
    { kind: undefined, url: both((locale) => paths.operator(locale, slug)) },
    ...profile.kinds.map(({ kind }) => ({ kind, url: both((locale) => paths.newRequest(locale, slug, kind)) })),
  ]
}
