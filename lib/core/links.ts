import { type Locale, locales } from '@/db/enums'

/** In which the proxy names the page that is asked for, with its query. */
export const PATH_HEADER = 'x-page-path'

/** In which the door names the page that was asked for and is not there, when it asks for one that says so. */
export const MISSING_HEADER = 'x-missing-path'

/** What is given of it. */
function query(asked: Record<string, string | number | undefined>): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ''
}

/** Paths within the portal: the one place that knows how its URLs look. None holds anything personal. */
export const paths = {
  operators: (locale: Locale) => `/${locale}`,
  operator: (locale: Locale, slug: string) => `/${locale}/${slug}`,
  newRequest: (locale: Locale, slug: string, kind: string) => `/${locale}/${slug}/new/${kind}`,
  /** The form of a kind as it was saved; whose it is, a cookie says. */
  openedForm: (locale: Locale, slug: string, kind: string) => `/${locale}/${slug}/new/${kind}?saved`,
  saved: (locale: Locale, slug: string) => `/${locale}/${slug}/saved`,
  savedKey: (locale: Locale, slug: string) => `/${locale}/${slug}/saved/key`,
  receipt: (locale: Locale, slug: string, token: string) => `/${locale}/${slug}/receipt/${token}`,
  findCase: (locale: Locale, slug: string) => `/${locale}/${slug}/case`,
  /** The second step there: `codeId` is random and says nothing of whether there is such a case. */
  enterCode: (locale: Locale, slug: string, codeId: string, reference: string) =>
    `/${locale}/${slug}/case?${new URLSearchParams({ code: codeId, number: reference }).toString()}`,
  ownCase: (locale: Locale, slug: string, reference: string) => `/${locale}/${slug}/case/${reference}`,
  /** The last step before the person takes the request back. */
  withdraw: (locale: Locale, slug: string, reference: string) => `/${locale}/${slug}/case/${reference}/withdraw`,
  /** For mails: leads on to a page of the clinic, but does not name it, since that would tell what the person is treated for. */
  neutral: (locale: Locale, token: string) => `/${locale}/to/${token}`,
  confirmEmail: (locale: Locale, slug: string, token: string) => `/${locale}/${slug}/confirm/${token}`,
  /** `next`: the page to go on to. */
  signIn: (locale: Locale, next?: string) =>
    `/${locale}/admin/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  /** At a clinic that demands its own provider. */
  signInAt: (locale: Locale, slug: string, next?: string) => `/${locale}/admin/sign-in${query({ clinic: slug, next })}`,
  /** After a provider has signed nobody in, and why. */
  signInAfter: (locale: Locale, trouble: string, next?: string) =>
    `/${locale}/admin/sign-in${query({ trouble, next })}`,
  /** The second step there, for a code. */
  signInCode: (locale: Locale, next?: string) =>
    `/${locale}/admin/sign-in/code${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  forgotPassword: (locale: Locale) => `/${locale}/admin/forgot-password`,
  choosePassword: (locale: Locale, token: string) => `/${locale}/admin/choose-password/${token}`,
  admin: (locale: Locale) => `/${locale}/admin`,
  queue: (locale: Locale, slug: string) => `/${locale}/admin/${slug}/queue`,
  request: (locale: Locale, slug: string, id: string) => `/${locale}/admin/${slug}/requests/${id}`,
  register: (locale: Locale, slug: string) => `/${locale}/admin/${slug}/register`,
  audit: (locale: Locale, slug: string) => `/${locale}/admin/${slug}/audit`,
  mailLog: (locale: Locale, slug: string) => `/${locale}/admin/${slug}/mail`,
  mailLetter: (locale: Locale, slug: string, id: string) => `/${locale}/admin/${slug}/mail/${id}`,
  links: (locale: Locale, slug: string) => `/${locale}/admin/${slug}/links`,
  /** Of the clinic, or of the form of one kind, to be printed. */
  poster: (locale: Locale, slug: string, kind?: string) =>
    `/${locale}/admin/${slug}/links/poster${kind ? `?kind=${kind}` : ''}`,
  settings: (locale: Locale, slug: string) => `/${locale}/admin/${slug}/settings`,
  termRule: (locale: Locale, slug: string, id: string) => `/${locale}/admin/${slug}/settings/terms/${id}`,
  profile: (locale: Locale, slug: string) => `/${locale}/admin/${slug}/profile`,
  profilePart: (locale: Locale, slug: string, part: string) => `/${locale}/admin/${slug}/profile/${part}`,
  /** The clinic's page, or the form of one kind, as its draft or an earlier version would have it. */
  profilePreview: (locale: Locale, slug: string, version?: number, kind?: string) =>
    `/${locale}/admin/preview/${slug}${query({ version, kind })}`,
  people: (locale: Locale, slug: string) => `/${locale}/admin/${slug}/people`,
  person: (locale: Locale, slug: string, id: string) => `/${locale}/admin/${slug}/people/${id}`,
  everybody: (locale: Locale) => `/${locale}/admin/people`,
  openClinic: (locale: Locale) => `/${locale}/admin/new-clinic`,
  account: (locale: Locale) => `/${locale}/admin/account`,
  /** Where whoever is signed in proves once more who they are; `next`: the page to go on to. */
  prove: (locale: Locale, next?: string) =>
    `/${locale}/admin/account/prove${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  /** There again, from the provider. */
  proven: (locale: Locale, isProven: boolean, next?: string) =>
    `/${locale}/admin/account/prove${query({ through: isProven ? 'yes' : 'no', next })}`,
  secondFactor: (locale: Locale) => `/${locale}/admin/account/second-factor`,
  calendars: (locale: Locale) => `/${locale}/admin/calendars`,
  /** To a provider of a clinic, and back: `proof` for a proof once more. */
  signOn: (id: string, asked: { locale: Locale; next?: string | undefined; proof?: boolean }) =>
    `/api/sign-on/${id}${query({ locale: asked.locale, next: asked.next, proof: asked.proof ? '1' : undefined })}`,
  signOnReturn: (id: string) => `/api/sign-on/${id}/return`,
  signOnLogout: (id: string) => `/api/sign-on/${id}/logout`,
  providers: (locale: Locale, slug: string) => `/${locale}/admin/${slug}/people/sign-on`,
  file: (slug: string, id: string) => `/api/files/${slug}/${id}`,
}

/** Whether an address is one of those that ask who somebody is. */
export const asksWho = (address: string): boolean =>
  /^\/(?:ru|en)\/(?:admin\/sign-in(?:\/code)?|[\w-]+\/case)$/.test(address.split('?')[0] ?? '')

/** Whether it is the one to which a clinic that demands a second step leads whoever has none. */
export const asksForSecondFactor = (address: string): boolean =>
  locales.some((locale) => address.split('?')[0] === paths.secondFactor(locale))

/** Longer than any query that the portal itself makes. */
const LONGEST_QUERY = 4_000

/**
 * A page behind the officers' sign-in, as an address named it, with what it was asked for, in the language that is read
 * now; whatever else it names leads nowhere.
 */
export function officersPath(address: unknown, locale: Locale): string | undefined {
  const [path = '', ...rest] = typeof address === 'string' ? address.split('?') : []
  const page = /^\/(?:ru|en)(\/admin(?!\/sign-in)(?:\/[\w-]+)*)$/.exec(path)?.[1]
  if (!page) return undefined
  const asked = rest.join('?')
  // Written anew: nothing in it is anything but a name or a value.
  const query = asked.length > LONGEST_QUERY ? '' : new URLSearchParams(asked).toString()
  return `/${locale}${page}${query && `?${query}`}`
}
