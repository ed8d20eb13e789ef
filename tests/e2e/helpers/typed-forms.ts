import type { Locator, Page } from '@playwright/test'
import { paths } from '@/lib/core/links'
import type { Filing, Scene } from './scene'

export type Role = 'anybody' | 'requester' | 'officer' | 'lead' | 'admin'

/** A form that something is typed into. */
export interface TypedForm {
  as: Role
  at: (scene: Scene) => string
  /** Finds a field that no other form of the page has. */
  field: string
  /** By the name of the field, in which `{requestId}` is the scene's; of a choice, the value that is chosen. */
  typed: Record<string, string>
  /** Its dates: of half of one, it says so there. */
  dates?: string[]
  /** The button that reads them, where it is another. */
  dateButton?: string
  /** A secret that is asked for too, and is never kept. */
  secret?: string
  /** Its button, where it has several. */
  button?: string
  /** Its form, where another has that field too. */
  form?: string
  filing?: Filing
  /** The request is in the hands of the clinic's officer. */
  isHandedOver?: true
  /** It is on a patient's page, which works without scripts whole. */
  ofPatient?: true
  /** Only whoever holds the case may send it. */
  ofAssignee?: true
}

const atRequest = ({ slug, requestId }: Scene) => paths.request('ru', slug, requestId)
const atSettings = ({ slug }: Scene) => paths.settings('ru', slug)

/** Every form of the product that something is typed into. What is typed anywhere in it has to stay. */
export const typedForms: Record<string, TypedForm> = {
  'the filing form': {
    as: 'anybody',
    at: ({ slug }) => paths.newRequest('ru', slug, 'correction'),
    ofPatient: true,
    field: '[name="subject.lastName"]',
    dates: ['subject.birthDate', 'identity.issuedOn'],
    button: '[name=intent][value=review]',
    typed: {
      requesterType: 'representative',
      'representative.lastName': 'Ветров',
      'representative.firstName': 'Пётр',
      'representative.middleName': 'Ильич',
      'subject.lastName': 'Ветрова',
      'subject.firstName': 'Лидия',
      'subject.birthDate': '3.5.1980',
      'correction.wrong': 'Ветровна',
      'correction.right': 'Ветрова,\nпервая строка\nи вторая',
      details: 'Запись от 3 мая.\n\nСпасибо.',
      'contact.email': 'lidia@patients.example',
      'contact.phone': '+7 912 000-00-00',
      'relation.contractNumber': '17-б',
      'identity.document': 'passport',
      'identity.number': '4509 123456',
      'signature.statement?': 'on',
      'signature.name': 'Пётр Ветров',
    },
  },
  'the door to one’s own case': {
    as: 'anybody',
    at: ({ slug }) => paths.findCase('ru', slug),
    ofPatient: true,
    field: '[name="reference"]',
    typed: { reference: 'MG-2026-000017', email: 'lidia@patients.example' },
  },
  'a message to the clinic': {
    as: 'requester',
    at: ({ slug, reference }) => paths.ownCase('ru', slug, reference),
    ofPatient: true,
    field: 'textarea[name=text]',
    typed: { text: 'Я была у вас в мае.\nДоговор не нашла.' },
  },
  'the sign-in': {
    as: 'anybody',
    at: () => paths.signIn('ru'),
    field: '[name="password"]',
    secret: 'password',
    typed: { email: 'officer@imed.example' },
  },
  'a forgotten password': {
    as: 'anybody',
    at: () => paths.forgotPassword('ru'),
    field: '[name="email"]',
    typed: { email: 'officer@imed.example' },
  },
  'the answer': {
    as: 'officer',
    at: atRequest,
    field: '[name="letter"]',
    typed: { outcome: 'refused', refusalGround: 'legal-retention', letter: 'Здравствуйте!\n\nКарту мы храним 25 лет.' },
    button: '[type=submit]:not([name])',
    ofAssignee: true,
  },
  'a question': {
    as: 'officer',
    at: atRequest,
    field: 'textarea[name=text]',
    typed: { text: 'В каком году вы у нас были?' },
  },
  'an extension': {
    as: 'officer',
    at: atRequest,
    field: '[name="reasons"]',
    typed: { reasons: 'Архив отвечает до пятницы.' },
    ofAssignee: true,
  },
  'the address of a case': {
    as: 'officer',
    at: atRequest,
    field: '[name="source"]',
    typed: { email: 'lidia.vetrova@patients.example', source: 'by-phone' },
    ofAssignee: true,
  },
  'the start of a term': {
    as: 'officer',
    at: atRequest,
    field: '[name="happenedOn"]',
    dates: ['happenedOn'],
    typed: { happenedOn: new Date().toISOString().slice(0, 10) },
    filing: { kind: 'correction', correction: { wrong: 'Ветровна', right: 'Ветрова' }, daysAgo: 3 },
    ofAssignee: true,
  },
  'a duty that is done': {
    as: 'officer',
    at: atRequest,
    field: '[name="note"]',
    dates: ['doneOn'],
    typed: { note: 'Удалено из картотеки, акт 12.' },
    filing: { kind: 'blocking', daysAgo: 1 },
    ofAssignee: true,
  },
  'a hand-over': { as: 'lead', at: atRequest, field: '[name="assigneeId"]', typed: { assigneeId: 'second' } },
  'a registration by hand': {
    as: 'officer',
    at: ({ slug }) => `/ru/admin/${slug}/new`,
    field: '[name="signature.name"]',
    dates: ['receivedOn', 'subject.birthDate', 'identity.issuedOn', 'relation.contractDate'],
    typed: {
      channel: 'post',
      kind: 'correction',
      requesterType: 'representative',
      'correction.right': 'Ветрова',
      details: 'Письмо на двух листах.',
      'subject.lastName': 'Ветрова',
      'subject.firstName': 'Лидия',
      'representative.lastName': 'Ветров',
      'contact.phone': '+7 912 000-00-00',
      'identity.number': '4509 123456',
      'signature.name': 'Пётр Ветров',
    },
  },
  'one’s own reminders': {
    as: 'officer',
    at: atSettings,
    field: '[name="digest"]',
    typed: { digest: 'daily', digestHour: '11', daysBefore: '9, 4' },
  },
  'the clinic’s reminders': {
    as: 'lead',
    at: atSettings,
    field: '[name="leadDaysBefore"]',
    typed: { daysBefore: '8, 3', leadDaysBefore: '4', escalationEmail: 'head@clinic.example', 'overdueDaily?': 'off' },
  },
  'a term': {
    as: 'lead',
    at: ({ slug, ruleId }) => paths.termRule('ru', slug, ruleId),
    field: '[name="ruleId"]',
    typed: { amount: '12', 'legalBasis.ru': 'Правило клиники', 'legalBasis.en': 'A rule of the clinic' },
  },
  'a part of the clinic’s profile': {
    as: 'lead',
    at: ({ slug }) => paths.profilePart('ru', slug, 'notes'),
    field: '[name="notes.0.clauses"]',
    typed: {
      'notes.0.text.ru': 'Примечание\nв двух строках',
      'notes.0.text.en': 'A note',
      'notes.0.clauses': '1.1, 7',
    },
  },
  'the first facts of a clinic': {
    as: 'admin',
    at: () => paths.openClinic('ru'),
    field: '[name="legalName.ru"]',
    typed: {
      ...{ 'name.ru': 'Север', 'name.en': 'North', 'legalName.ru': 'ООО «Север»', 'legalName.en': 'North LLC' },
      ...{
        email: 'info@north.example',
        site: 'https://north.example',
        timeZone: 'Europe/Samara',
        slug: 'north',
        registerCode: 'NO',
      },
    },
  },
  'an invitation': {
    as: 'lead',
    at: ({ slug }) => paths.people('ru', slug),
    field: '[name="email"]',
    typed: { name: 'Нина Орлова', email: 'nina@staff.example', role: 'auditor', locale: 'en' },
  },
  'the day from which codes are demanded': {
    as: 'lead',
    at: ({ slug }) => paths.people('ru', slug),
    field: '[name="from"]',
    dates: ['from'],
    typed: { from: '31.12.2098' },
  },
  'a provider that signs people in': {
    as: 'admin',
    at: ({ slug }) => paths.providers('ru', slug),
    field: '[name="issuer"]',
    typed: { label: 'Север ID', issuer: 'https://sso.north.example', clientId: 'portal' },
  },
  'whether the clinic takes requests': {
    as: 'lead',
    at: ({ slug }) => paths.links('ru', slug),
    field: '[name="intake"]',
    typed: { intake: 'paused' },
  },
  'an invitation of an admin': {
    as: 'admin',
    at: () => paths.everybody('ru'),
    field: '[name="email"]',
    typed: { name: 'Нина Орлова', email: 'nina@staff.example', locale: 'en' },
  },
  'a change of role': {
    as: 'lead',
    at: ({ slug, personId }) => paths.person('ru', slug, personId),
    field: '[name="role"]',
    typed: { role: 'auditor', rest: 'second', 'cases.{requestId}': 'second' },
    isHandedOver: true,
  },
  'a dismissal': {
    as: 'lead',
    at: ({ slug, personId }) => paths.person('ru', slug, personId),
    form: 'form:not(:has([name="role"]))',
    field: '[name="rest"]',
    typed: { rest: 'second', 'cases.{requestId}': 'second' },
    isHandedOver: true,
  },
  'one’s own profile': {
    as: 'officer',
    at: () => paths.account('ru'),
    field: '[name="name"]',
    typed: { name: 'Нина Орлова-Ветрова', locale: 'en' },
  },
  'the production calendar': {
    as: 'admin',
    at: () => `${paths.calendars('ru')}?year=2026`,
    field: '[name="note"]',
    dates: ['date'],
    typed: { date: '12.05.2026', kind: 'day-off', note: 'Мост', source: 'ПП 1466' },
    button: '[name=step][value=check]',
    dateButton: '[name=step][value=day]:not([aria-hidden])',
  },
}

export const formOn = (page: Page, { field, form = 'form' }: TypedForm): Locator =>
  page.locator(form, { has: page.locator(field) }).first()

/** Opens what is folded around and in the form. */
async function unfold(form: Locator): Promise<void> {
  await form.evaluate((element) => {
    for (let around = element.closest('details'); around; around = around.parentElement?.closest('details') ?? null) {
      around.open = true
    }
    for (const within of element.querySelectorAll('details')) within.open = true
  })
}

/** Types all of it, as a person does: field by field. */
export async function typeInto(form: Locator, typed: Record<string, string>): Promise<void> {
  await unfold(form)
  for (const [name, value] of Object.entries(typed)) {
    const field = form.locator(`[name="${name}"]:not([type=hidden])`)
    const kind = await field.first().evaluate((element) => (element as HTMLInputElement).type)
    if (kind === 'radio') await form.locator(`[name="${name}"][value="${value}"]`).check()
    else if (kind === 'checkbox') await field.setChecked(value === 'on')
    else if (kind.startsWith('select')) await choose(field, value)
    else await field.fill(value)
  }
}

/** "second" is the second choice there is, whatever it is called. */
async function choose(field: Locator, value: string): Promise<void> {
  if (value === 'second') await field.selectOption({ index: 1 })
  else await field.selectOption(value)
}

/** What the fields hold, by their names. */
export async function typedOn(form: Locator, names: string[]): Promise<Record<string, string>> {
  return form.evaluate((element, wanted) => {
    const data = new FormData(element as HTMLFormElement)
    return Object.fromEntries(
      wanted.map((name) => {
        const value = data.get(name)
        return [name, typeof value === 'string' ? value : 'off']
      }),
    )
  }, names)
}
