import { requestKinds } from '../enums'
import { kindLaws } from '../kinds/laws'
import { categories } from './categories'
import { defaultAsk } from './default-ask'
import type { OperatorProfile } from './model'
import { law, same, says, t } from './text'

/** Sections under which the law itself is cited, in the place of a policy. */
const OF_LAW = /^law-/

/** Whether any of these clauses is of a policy of the clinic's own. */
export const isOwnPolicy = (clauses: readonly string[]): boolean => clauses.some((clause) => !OF_LAW.test(clause))

/** What is known of a clinic on its first day. */
export interface FirstFacts extends Pick<
  OperatorProfile,
  'slug' | 'code' | 'name' | 'legalName' | 'timeZone' | 'site'
> {
  /** Where patients write to without the portal. */
  email: string
}

/**
 * A profile that is whole and true of every clinic, since it says what 152-FZ itself says: a clinic begins with it, and
 * puts its own policy in the place of each part. Claims are not among its kinds: only a policy knows them.
 */
export const starterProfile = ({ email, ...facts }: FirstFacts): OperatorProfile => ({
  ...facts,
  city: null,
  registration: { ogrn: null, inn: null },
  policyUrl: null,
  policyDate: null,
  sections: {
    'law-access': law('14'),
    'law-consent': law('9(2)'),
    'law-complaint': law('17'),
    'law-answer': law('20'),
    'law-breach': law('21'),
    'law-secrecy': law('7'),
  },
  contacts: [{ channel: 'email', value: same(email), href: `mailto:${email}`, clauses: ['law-access'] }],
  kinds: requestKinds.flatMap((kind) => {
    const { summary, legalBasis } = kindLaws[kind]
    return summary && legalBasis ? { kind, clauses: [], legalBasis, summary } : []
  }),
  consentScopes: ['all-processing'],
  mailingChannels: [],
  dataCategories: [
    ...categories('given', 'law-access', 'full-name', 'birth-date', 'phone', 'email', 'address'),
    ...categories('given', 'law-access', 'identity-document', 'contract-data'),
  ],
  purposes: [],
  rights: [
    says(
      'law-access',
      'Узнать, какие ваши данные есть в клинике, зачем они и кому переданы; потребовать исправить, заблокировать или уничтожить неверные, лишние и полученные незаконно.',
      'Learn which of your data the clinic has, what for and who was given them; have wrong, needless or unlawfully obtained data corrected, blocked or destroyed.',
    ),
    says('law-consent', 'В любое время отозвать согласие.', 'Withdraw your consent at any time.'),
    says(
      'law-complaint',
      'Обжаловать действия клиники в Роскомнадзоре или в суде.',
      'Complain of the clinic to Roskomnadzor or to a court.',
    ),
  ],
  duties: [
    says(
      'law-answer',
      'Ответить на запрос о данных в течение 10 рабочих дней.',
      'Answer a request for data within 10 working days.',
    ),
    says(
      'law-breach',
      'На время проверки заблокировать данные, о которых сказано, что они неверны или обрабатываются незаконно.',
      'Block the data that are said to be wrong or processed unlawfully, while it is checked.',
    ),
  ],
  patientDuties: [],
  transfers: [
    says(
      'law-secrecy',
      'Никому без вашего согласия, кроме случаев, которые называет закон.',
      'To nobody without your consent, but where a law says so.',
    ),
  ],
  retention: [],
  minors: { minimumAge: null, statement: null },
  notes: [],
  relationHint: t(
    'Номер договора или карты, дата визита либо телефон, на который вы записывались',
    'The number of a contract or record, the date of a visit, or the phone you booked with',
  ),
  ask: defaultAsk,
  askByKind: {},
  termRules: [],
  accentHue: null,
  demoMail: `privacy@${facts.slug}.example`,
})
