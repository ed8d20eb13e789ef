import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import type { Scene } from './scene'

/** Who may see a page: anybody, staff of any clinic, who runs the installation, the staff of one clinic, or the person of one request. */
export type Audience = 'anybody' | 'staff' | 'admin' | 'clinic' | 'requester'

interface Entry {
  for: Audience
  path: (scene: Scene, locale: Locale) => string
  /** It names one request or rule: another clinic's id under the own clinic's address is tried as well. */
  ofRequest?: true
  /** It leads on to another page, which is looked at itself. */
  redirects?: true
}

/** An id that is nobody's. */
const nobody = '00000000-0000-4000-8000-000000000000'

/** Every page of the app directory. A test fails while one is missing here. */
export const pages: Record<string, Entry> = {
  '/[locale]': { for: 'anybody', path: (_, locale) => paths.operators(locale) },
  '/[locale]/[...rest]': { for: 'anybody', path: (_, locale) => `/${locale}/no/such/page/at/all` },
  '/[locale]/[operator]': { for: 'anybody', path: ({ slug }, locale) => paths.operator(locale, slug) },
  '/[locale]/[operator]/new/[kind]': {
    for: 'anybody',
    path: ({ slug }, locale) => paths.newRequest(locale, slug, 'access'),
  },
  '/[locale]/[operator]/saved': { for: 'anybody', path: ({ slug }, locale) => paths.saved(locale, slug) },
  '/[locale]/[operator]/saved/key': {
    for: 'anybody',
    path: ({ slug }, locale) => paths.savedKey(locale, slug),
    // Whoever has saved nothing is asked for a key.
    redirects: true,
  },
  '/[locale]/[operator]/receipt/[token]': {
    for: 'anybody',
    path: ({ slug, receipt }, locale) => paths.receipt(locale, slug, receipt),
  },
  '/[locale]/[operator]/confirm/[token]': {
    for: 'anybody',
    path: ({ slug, confirm }, locale) => paths.confirmEmail(locale, slug, confirm),
  },
  '/[locale]/[operator]/case': { for: 'anybody', path: ({ slug }, locale) => paths.findCase(locale, slug) },
  '/[locale]/[operator]/case/[reference]': {
    for: 'requester',
    path: ({ slug, reference }, locale) => paths.ownCase(locale, slug, reference),
  },
  '/[locale]/[operator]/case/[reference]/withdraw': {
    for: 'requester',
    path: ({ slug, reference }, locale) => paths.withdraw(locale, slug, reference),
  },
  '/[locale]/to/[token]': {
    for: 'anybody',
    path: ({ neutral }, locale) => paths.neutral(locale, neutral),
    redirects: true,
  },
  '/[locale]/demo/mail': { for: 'anybody', path: (_, locale) => `/${locale}/demo/mail` },
  '/[locale]/demo/mail/[id]': { for: 'anybody', path: (_, locale) => `/${locale}/demo/mail/1` },
  '/[locale]/admin/sign-in': { for: 'anybody', path: (_, locale) => paths.signIn(locale) },
  '/[locale]/admin/sign-in/code': {
    for: 'anybody',
    path: (_, locale) => paths.signInCode(locale),
    // The password comes first.
    redirects: true,
  },
  '/[locale]/admin/forgot-password': { for: 'anybody', path: (_, locale) => paths.forgotPassword(locale) },
  '/[locale]/admin/choose-password/[token]': {
    for: 'anybody',
    path: (_, locale) => paths.choosePassword(locale, 'used-already'),
  },
  '/[locale]/admin': { for: 'staff', path: (_, locale) => paths.admin(locale), redirects: true },
  // Led to by the menu of who runs the installation; for everybody else there is no such page.
  '/[locale]/admin/people': { for: 'admin', path: (_, locale) => paths.everybody(locale) },
  '/[locale]/admin/new-clinic': { for: 'admin', path: (_, locale) => paths.openClinic(locale) },
  '/[locale]/admin/account': { for: 'staff', path: (_, locale) => paths.account(locale) },
  '/[locale]/admin/account/prove': { for: 'staff', path: (_, locale) => paths.prove(locale) },
  '/[locale]/admin/account/second-factor': { for: 'staff', path: (_, locale) => paths.secondFactor(locale) },
  '/[locale]/admin/calendars': { for: 'staff', path: (_, locale) => paths.calendars(locale) },
  '/[locale]/admin/[operator]/mail': { for: 'clinic', path: ({ slug }, locale) => paths.mailLog(locale, slug) },
  '/[locale]/admin/[operator]/mail/[id]': {
    for: 'clinic',
    path: ({ slug, mailId }, locale) => paths.mailLetter(locale, slug, mailId),
    ofRequest: true,
  },
  '/[locale]/admin/[operator]/new': { for: 'clinic', path: ({ slug }, locale) => `/${locale}/admin/${slug}/new` },
  '/[locale]/admin/[operator]/links': { for: 'clinic', path: ({ slug }, locale) => paths.links(locale, slug) },
  '/[locale]/admin/[operator]/links/poster': { for: 'clinic', path: ({ slug }, locale) => paths.poster(locale, slug) },
  '/[locale]/admin/[operator]/profile': { for: 'clinic', path: ({ slug }, locale) => paths.profile(locale, slug) },
  '/[locale]/admin/[operator]/profile/[part]': {
    for: 'clinic',
    path: ({ slug }, locale) => paths.profilePart(locale, slug, 'notes'),
  },
  '/[locale]/admin/preview/[operator]': {
    for: 'clinic',
    path: ({ slug }, locale) => paths.profilePreview(locale, slug),
  },
  '/[locale]/admin/[operator]/settings': { for: 'clinic', path: ({ slug }, locale) => paths.settings(locale, slug) },
  '/[locale]/admin/[operator]/settings/terms/[id]': {
    for: 'clinic',
    path: ({ slug, ruleId }, locale) => paths.termRule(locale, slug, ruleId),
    ofRequest: true,
  },
  '/[locale]/admin/[operator]/people': { for: 'clinic', path: ({ slug }, locale) => paths.people(locale, slug) },
  '/[locale]/admin/[operator]/people/[id]': {
    for: 'clinic',
    path: ({ slug, personId }, locale) => paths.person(locale, slug, personId),
    ofRequest: true,
  },
  // By whom a clinic's people are signed in is its admin's affair.
  '/[locale]/admin/[operator]/people/sign-on': {
    for: 'admin',
    path: ({ slug }, locale) => paths.providers(locale, slug),
  },
  '/[locale]/admin/[operator]/queue': { for: 'clinic', path: ({ slug }, locale) => paths.queue(locale, slug) },
  '/[locale]/admin/[operator]/register': { for: 'clinic', path: ({ slug }, locale) => paths.register(locale, slug) },
  '/[locale]/admin/[operator]/audit': { for: 'clinic', path: ({ slug }, locale) => paths.audit(locale, slug) },
  '/[locale]/admin/[operator]/requests/[id]': {
    for: 'clinic',
    path: ({ slug, requestId }, locale) => paths.request(locale, slug, requestId),
    ofRequest: true,
  },
  '/[locale]/admin/[operator]/requests/[id]/release': {
    for: 'clinic',
    path: ({ slug, requestId }, locale) => `${paths.request(locale, slug, requestId)}/release`,
    ofRequest: true,
  },
  '/[locale]/admin/[operator]/requests/[id]/erase': {
    for: 'clinic',
    path: ({ slug, requestId }, locale) => `${paths.request(locale, slug, requestId)}/erase`,
    ofRequest: true,
    // Only what is closed is erased.
    redirects: true,
  },
}

/** Every route handler of the app directory. */
export const handlers: Record<string, Entry> = {
  '/api/health': { for: 'anybody', path: () => '/api/health' },
  '/api/calendars/[file]': { for: 'staff', path: () => '/api/calendars/2026.csv' },
  '/api/sign-on/[provider]': {
    for: 'anybody',
    path: (_, locale) => paths.signOn(nobody, { locale }),
    redirects: true,
  },
  '/api/sign-on/[provider]/return': { for: 'anybody', path: () => paths.signOnReturn(nobody), redirects: true },
  '/api/sign-on/[provider]/logout': { for: 'anybody', path: () => paths.signOnLogout(nobody), redirects: true },
  '/api/files/[operator]/[id]': {
    for: 'clinic',
    path: ({ slug, fileId }) => paths.file(slug, fileId),
    ofRequest: true,
  },
  '/api/register/[operator]/[year]': {
    for: 'clinic',
    path: ({ slug }) => `/api/register/${slug}/${new Date().getFullYear()}`,
  },
}

export const pagesFor = (audience: Audience): Entry[] => Object.values(pages).filter((page) => page.for === audience)
