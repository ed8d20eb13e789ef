import type { Locator, Page } from '@playwright/test'
import { paths } from '@/lib/core/links'
import type { Filing, Scene } from './scene'

interface StaffAction {
  /** Where its form stands. */
  at: (scene: Scene) => string
  form: (page: Page) => Locator
  /** What a person would have typed. */
  typed: Record<string, string>
  /** What the audit log says once it is done. */
  audit: string
  /** It names a request or a rule: another clinic's id is tried under the own clinic's name too. */
  ofRequest: boolean
  /** It needs a request of another kind than the others. */
  filing?: Filing
}

const shell = 'app/[locale]/admin/[operator]/_shell/actions.ts'
const cases = 'app/[locale]/admin/[operator]/requests/[id]'
const letters = 'app/[locale]/admin/[operator]/mail/actions.ts'
const settings = 'app/[locale]/admin/[operator]/settings/actions.ts'

const formWith = (field: string) => (page: Page) => page.locator('form', { has: page.locator(field) }).first()
const atRequest = ({ slug, requestId }: Scene) => paths.request('ru', slug, requestId)

const ofCase = (
  form: string | StaffAction['form'],
  audit: string,
  typed: Record<string, string> = {},
): StaffAction => ({
  ...{ at: atRequest, audit, typed, ofRequest: true },
  form: typeof form === 'string' ? formWith(form) : form,
})

const ofClinic = (...form: Parameters<typeof ofCase>): StaffAction => ({ ...ofCase(...form), ofRequest: false })

const byHand = {
  channel: 'post',
  kind: 'access',
  requesterType: 'subject',
  'subject.lastName': 'Ветрова',
  'subject.firstName': 'Лидия',
  'contact.email': 'post@patients.example',
  'signature.statement?': 'on',
  'signature.name': 'Лидия Ветрова',
}

/** The actions that change or read a clinic's requests, in an order in which each of them can be done. */
export const staffActions: Record<string, StaffAction> = {
  [`${shell} search`]: ofClinic('[type=search]', 'search.performed', { text: 'nobody@patients.example' }),
  [`${cases}/_head/actions.ts take`]: ofCase(
    (page) => page.locator('main header form:has(button)').first(),
    'request.taken',
  ),
  [`${cases}/_head/actions.ts giveBack`]: ofCase(
    (page) => page.locator('main header form:has(button)').first(),
    'request.returned',
  ),
  [`${cases}/_head/actions.ts assign`]: ofCase('[name=assigneeId]', 'request.assigned'),
  [`${cases}/_conversation/actions.ts ask`]: ofCase('textarea[name=text]', 'message.asked', {
    text: 'Когда вы у нас были?',
  }),
  [`${cases}/_clocks/actions.ts extend`]: ofCase('[name=reasons]', 'request.deadline-extended', {
    reasons: 'Нужно запросить архив.',
  }),
  [`${cases}/_clocks/actions.ts recordStart`]: {
    ...ofCase('[name=happenedOn]', 'request.start-recorded', { happenedOn: new Date().toISOString().slice(0, 10) }),
    filing: { kind: 'deletion', ground: 'unneeded', daysAgo: 1 },
  },
  // Of a case of its own: letters to the former address are not sent anew.
  [`${cases}/_facts/actions.ts setContact`]: {
    ...ofCase('[name=source]', 'request.contact-changed', {
      email: `${crypto.randomUUID()}@patients.example`,
      source: 'by-phone',
    }),
    filing: { daysAgo: 1 },
  },
  [`${cases}/_duties/actions.ts fulfil`]: ofCase('[name=doneOn]', 'request.duty-fulfilled'),
  [`${cases}/_duties/actions.ts undo`]: ofCase(
    (page) => page.locator('form:has([name=clockId]):not(:has([name=reasons])):not(:has([name=doneOn]))').first(),
    'request.duty-undone',
  ),
  [`${cases}/_letter/actions.ts save`]: ofCase('[name=letter]', 'answer.drafted', {
    outcome: 'fulfilled',
    letter: 'Вот ответ.',
  }),
  [`${cases}/release/actions.ts release`]: {
    ...ofCase((page) => page.locator('main form').last(), 'answer.released'),
    at: (scene) => `${atRequest(scene)}/release`,
  },
  [`${cases}/erase/actions.ts erase`]: {
    ...ofCase('[name=ground]', 'request.erased', { ground: 'asked-for', 'sure?': 'yes' }),
    at: (scene) => `${atRequest(scene)}/erase`,
    filing: { withdrawn: true },
  },
  [`${letters} resend`]: {
    ...ofCase('[name=mailId]', 'mail.resent'),
    at: ({ slug, mailId }) => paths.mailLetter('ru', slug, mailId),
  },
  'app/[locale]/admin/[operator]/new/actions.ts fileByHand': {
    ...ofClinic('[name=submissionId]', 'request.filed', byHand),
    at: ({ slug }) => `/ru/admin/${slug}/new`,
  },
  [`${settings} savePreference`]: {
    ...ofClinic('[name=digest]', 'preference.changed'),
    at: ({ slug }) => paths.settings('ru', slug),
  },
  [`${settings} saveSettings`]: {
    ...ofClinic('[name=leadDaysBefore]', 'settings.changed'),
    at: ({ slug }) => paths.settings('ru', slug),
  },
  [`${settings} saveTerm`]: {
    // Another text at each run: a rule that stays as it was is no change.
    ...ofCase('[name=ruleId]', 'settings.changed', { 'legalBasis.en': `A rule of ${new Date().toISOString()}` }),
    at: ({ slug, ruleId }) => paths.termRule('ru', slug, ruleId),
  },
}

/** Every server action of the app directory; beside those above, the ones that no clinic's request is behind. */
export const actions: Record<
  string,
  StaffAction | 'public' | 'requester' | 'own session' | 'installation' | 'people' | 'script'
> = {
  ...staffActions,
  [`${shell} signOut`]: 'own session',
  // No form sends it: integration/officers.test.ts tries its command on another clinic's request.
  [`${cases}/_letter/actions.ts keepDraft`]: 'script',
  // By whom each is possible, integration/people.test.ts tries for every role of both clinics.
  // A clinic that takes nothing would stop the other tests: integration/intake.test.ts tries it.
  'app/[locale]/admin/[operator]/links/actions.ts setIntake': 'people',
  'app/[locale]/admin/new-clinic/actions.ts open': 'people',
  // Published by each role: integration/clinic-profile.test.ts.
  'app/[locale]/admin/[operator]/profile/actions.ts savePart': 'people',
  'app/[locale]/admin/[operator]/profile/actions.ts saveLogoFile': 'people',
  'app/[locale]/admin/[operator]/profile/actions.ts publish': 'people',
  'app/[locale]/admin/[operator]/profile/actions.ts discard': 'people',
  'app/[locale]/admin/[operator]/profile/actions.ts restore': 'people',
  'app/[locale]/admin/[operator]/people/actions.ts invite': 'people',
  'app/[locale]/admin/[operator]/people/actions.ts withdraw': 'people',
  'app/[locale]/admin/actions.ts answer': 'people',
  'app/[locale]/admin/[operator]/people/actions.ts resend': 'people',
  'app/[locale]/admin/[operator]/people/actions.ts setRole': 'people',
  'app/[locale]/admin/[operator]/people/actions.ts unlock': 'people',
  'app/[locale]/admin/[operator]/people/actions.ts endSecondFactor': 'people',
  'app/[locale]/admin/[operator]/people/actions.ts demandCode': 'people',
  'app/[locale]/admin/[operator]/people/actions.ts bringBack': 'people',
  'app/[locale]/admin/[operator]/people/actions.ts dismiss': 'people',
  // By each role: integration/sign-on.test.ts.
  'app/[locale]/admin/[operator]/people/sign-on/actions.ts add': 'people',
  'app/[locale]/admin/[operator]/people/sign-on/actions.ts remove': 'people',
  'app/[locale]/admin/[operator]/people/sign-on/actions.ts demand': 'people',
  'app/[locale]/admin/account/actions.ts saveProfile': 'own session',
  'app/[locale]/admin/account/actions.ts changePassword': 'own session',
  'app/[locale]/admin/account/actions.ts endSessions': 'own session',
  'app/[locale]/admin/account/prove/actions.ts prove': 'own session',
  'app/[locale]/admin/account/prove/actions.ts askPasskey': 'own session',
  'app/[locale]/admin/account/second-factor/actions.ts changeSecondFactor': 'own session',
  'app/[locale]/admin/account/second-factor/_passkeys/actions.ts askNewPasskey': 'own session',
  'app/[locale]/admin/account/second-factor/_passkeys/actions.ts dropPasskey': 'own session',
  'app/[locale]/admin/account/second-factor/_passkeys/actions.ts keepPasskey': 'own session',
  'app/[locale]/admin/people/actions.ts inviteAdmin': 'installation',
  'app/[locale]/admin/people/actions.ts close': 'installation',
  'app/[locale]/admin/people/actions.ts reopen': 'installation',
  'app/[locale]/admin/people/actions.ts endAdminRole': 'installation',
  'app/[locale]/admin/calendars/actions.ts stepDraft': 'installation',
  'app/[locale]/admin/sign-in/actions.ts signIn': 'public',
  'app/[locale]/admin/sign-in/code/actions.ts askPasskey': 'public',
  'app/[locale]/admin/sign-in/code/actions.ts enterCode': 'public',
  'app/[locale]/admin/forgot-password/actions.ts askForLink': 'public',
  'app/[locale]/admin/choose-password/[token]/actions.ts choose': 'public',
  'app/[locale]/[operator]/new/[kind]/actions.ts fileRequestAction': 'public',
  'app/[locale]/[operator]/saved/actions.ts openSavedAction': 'public',
  'app/[locale]/[operator]/saved/actions.ts leaveKeyAction': 'public',
  'app/[locale]/[operator]/case/actions.ts askForCodeAction': 'public',
  'app/[locale]/[operator]/case/actions.ts enterCodeAction': 'public',
  'app/[locale]/[operator]/confirm/[token]/actions.ts confirmEmailAction': 'public',
  'app/[locale]/[operator]/case/[reference]/actions.ts sendMessageAction': 'requester',
  'app/[locale]/[operator]/case/[reference]/actions.ts withdrawAction': 'requester',
  'app/[locale]/[operator]/case/[reference]/actions.ts signOutAction': 'public',
}
