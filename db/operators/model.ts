import { z } from 'zod'
import {
  clockNames,
  consentScopes,
  mailingChannels,
  requesterTypes,
  requestGrounds,
  requestKinds,
  rollForwards,
  startEvents,
  termUnits,
} from '../enums'

/** Who a data category comes from, as patients are shown it. */
export const categoryGroups = ['given', 'automatic', 'others'] as const
export type CategoryGroup = (typeof categoryGroups)[number]

/** Channels by which a policy lets a patient reach the clinic. */
export const contactChannels = [
  'email',
  'phone',
  'post',
  'site-form',
  'social',
  'written-statement',
  'administrator',
] as const

/** What a request form may ask for beside the name and the e-mail (152-FZ 14(3)). */
export const askFields = [
  'identityDocument',
  'relation',
  'authorityDocument',
  'signature',
  'proof',
  'birthDate',
  'phone',
  'postalAddress',
] as const
export type AskField = (typeof askFields)[number]

/** `required` insists but lets the requester send it later: nobody is turned away for lack of a document. */
export const askLevels = ['required', 'optional', 'hidden'] as const

/** A sentence or label in both languages; the two never coincide. */
export const bilingualSchema = z
  .strictObject({ ru: z.string().regex(/[а-яё]/i), en: z.string().regex(/^[^а-яё]*[a-z][^а-яё]*$/i) })
  .refine((text) => text.ru !== text.en, 'both languages hold the same text')
export type Bilingual = z.infer<typeof bilingualSchema>

/** A proper name, an address or a number: the two languages may coincide. */
const nameSchema = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) })

const clausesSchema = z.array(z.string().min(1))
const statementSchema = z.strictObject({ clauses: clausesSchema.min(1), text: bilingualSchema })
/** A plain-language sentence and the clauses of the policy that it retells. */
export type Statement = z.infer<typeof statementSchema>

/**
 * A clock of a request. `amount` and `extension` are in `unit`; `same-day` has the amount 0; `extension` null means that
 * the term cannot be extended. A condition left out matches everything; per clock, the rule with more conditions wins.
 */
export const termRuleSchema = z
  .strictObject({
    kind: z.enum(requestKinds),
    ground: z.enum(requestGrounds).optional(),
    scope: z.enum(consentScopes).optional(),
    requesterType: z.enum(requesterTypes).optional(),
    clock: z.enum(clockNames),
    amount: z.int().min(0),
    unit: z.enum(termUnits),
    countedFrom: z.enum(startEvents),
    legalBasis: bilingualSchema,
    extension: z.int().positive().nullable(),
    rollForward: z.enum(rollForwards),
  })
  .refine((rule) => (rule.unit === 'same-day') === (rule.amount === 0), 'only a same-day term has the amount 0')
export type TermRule = z.infer<typeof termRuleSchema>

const offeredKindSchema = z.strictObject({
  kind: z.enum(requestKinds),
  clauses: clausesSchema.describe('empty where the policy is silent and the right comes from the law alone'),
  legalBasis: bilingualSchema,
  summary: bilingualSchema,
})
export type OfferedKind = z.infer<typeof offeredKindSchema>

/** Nothing that a browser would run, and nothing that leads elsewhere than it says: "https://clinic.ru@evil.example". */
const webAddress = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((url) => new URL(url).username === '', 'an address with a name before the host')

/** To a page, to a mailbox (RFC 6068, without what a letter would say beside its address), or to a telephone (RFC 3966). */
const isPlainLink = (href: string): boolean =>
  webAddress.safeParse(href).success || /^mailto:[^\s?@]+@[^\s?@]+$/.test(href) || /^tel:\+?[\d()-]+$/.test(href)

const contactSchema = z.strictObject({
  channel: z.enum(contactChannels),
  value: nameSchema,
  href: z.string().refine(isPlainLink, 'a link to a page, a mailbox or a telephone').optional(),
  note: bilingualSchema.optional(),
  clauses: clausesSchema.describe('empty where no policy names this way'),
})

const dataCategorySchema = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  group: z.enum(categoryGroups),
  label: bilingualSchema,
  clause: z.string().min(1),
})
export type DataCategory = z.infer<typeof dataCategorySchema>

const askLevelSchema = z.enum(askLevels)
const askSettingsSchema = z.record(z.enum(askFields), askLevelSchema)
export type AskSettings = z.infer<typeof askSettingsSchema>

/** A clinic stands beside these in addresses, for patients or for officers: its own pages would never be reached. */
export const reservedSlugs: readonly string[] = [
  'account',
  'admin',
  'calendars',
  'choose-password',
  'demo',
  'forgot-password',
  'new-clinic',
  'people',
  'preview',
  'sign-in',
  'to',
]

/** How many sites may show a clinic's form in a frame. */
const FRAMES_MOST = 10
/** As browsers name a site: a host of Latin letters, which is no number; a slash, a port or a star would be another thing. */
const SITE = /^https:\/\/([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

const isTimeZone = (name: string): boolean => Intl.supportedValuesOf('timeZone').includes(name)

/**
 * How parts of a profile that are right each may not fit together. An issue's `params` name the section that is not there
 * (`about`), and the member that cites it (`by`).
 */
export type ProfileMisfit = 'section' | 'kind' | 'category' | 'mailing'

/**
 * One clinic: everything its pages, register and queue know of it. Clauses are numbers of its policy ('6.2.4') or keys
 * of `sections` where the policy does not number its parts. Real addresses are shown, never mailed.
 */
export const operatorProfileSchema = z
  .strictObject({
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .refine((slug) => !reservedSlugs.includes(slug), 'an address of the portal itself'),
    /** Opens each registration number, which stands in subjects of mails: it must not tell the clinic (323-FZ 13). */
    code: z.string().regex(/^[A-Z]{2,4}$/),
    name: nameSchema,
    legalName: nameSchema,
    city: bilingualSchema.nullable(),
    registration: z.strictObject({
      ogrn: z
        .string()
        .regex(/^\d{13}(\d{2})?$/)
        .describe('15 digits: of a sole trader (ОГРНИП)')
        .nullable(),
      inn: z
        .string()
        .regex(/^\d{10}(\d{2})?$/)
        .describe('12 digits: of a sole trader')
        .nullable(),
    }),
    timeZone: z.string().refine(isTimeZone, 'not an IANA time zone'),
    site: webAddress,
    policyUrl: webAddress.nullable(),
    policyDate: z.iso.date().nullable(),
    sections: z.record(z.string(), bilingualSchema),
    contacts: z.array(contactSchema).min(1),
    kinds: z.array(offeredKindSchema).min(1),
    consentScopes: z.array(z.enum(consentScopes)),
    mailingChannels: z.array(z.enum(mailingChannels)),
    dataCategories: z.array(dataCategorySchema).min(1),
    purposes: z.array(statementSchema),
    rights: z.array(statementSchema).min(1),
    duties: z.array(statementSchema).min(1),
    patientDuties: z.array(statementSchema),
    transfers: z.array(statementSchema).min(1),
    retention: z.array(statementSchema),
    minors: z.strictObject({
      minimumAge: z.int().positive().max(21).nullable(),
      statement: statementSchema.nullable(),
    }),
    notes: z.array(statementSchema),
    /** What the clinic adds at the end of letters to its patients; it must not tell what it is (323-FZ 13). */
    letters: z.strictObject({ note: bilingualSchema.nullable(), signature: bilingualSchema.nullable() }).optional(),
    /** The sites that may show the clinic's page and its forms in a frame of theirs; of all others browsers refuse to. */
    frames: z
      .array(z.strictObject({ site: z.string().regex(SITE, 'a site is written https://clinic.example, and no more') }))
      .max(FRAMES_MOST)
      .optional()
      .describe('sites that may show the form in a frame'),
    relationHint: bilingualSchema,
    ask: askSettingsSchema,
    askByKind: z.partialRecord(z.enum(requestKinds), z.partialRecord(z.enum(askFields), askLevelSchema)),
    termRules: z.array(termRuleSchema).describe('overrides of the default rules'),
    /** A small picture as a page shows it: the portal draws it from a file. */
    logo: z
      .string()
      .max(16_000)
      .regex(/^data:image\/png;base64,iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/)
      .nullable()
      .optional(),
    accentHue: z.int().min(0).max(359).nullable(),
    demoMail: z.email().endsWith('.example'),
  })
  .superRefine((profile, context) => {
    const fail = (what: ProfileMisfit, message: string, about = '', by = '') =>
      context.addIssue({ code: 'custom', message, params: { what, about, by } })
    for (const [by, clauses] of Object.entries(citedClauses(profile))) {
      for (const clause of new Set(clauses)) {
        const isKnown = /^\d+(\.\d+)*$/.test(clause) || Object.hasOwn(profile.sections, clause)
        if (!isKnown) fail('section', `unknown section ${clause} in ${by}`, clause, by)
      }
    }
    if (hasDuplicates(profile.kinds.map((offered) => offered.kind))) fail('kind', 'a kind is offered twice')
    if (hasDuplicates(profile.dataCategories.map((category) => category.key))) {
      fail('category', 'a data category is listed twice')
    }
    if (profile.consentScopes.includes('mailing') !== profile.mailingChannels.length > 0) {
      fail('mailing', 'withdrawal of mailings needs channels, and channels need the scope')
    }
  })
export type OperatorProfile = z.infer<typeof operatorProfileSchema>

type Cited = Pick<
  OperatorProfile,
  | 'contacts'
  | 'kinds'
  | 'dataCategories'
  | 'purposes'
  | 'rights'
  | 'duties'
  | 'patientDuties'
  | 'transfers'
  | 'retention'
  | 'notes'
  | 'minors'
>

/** Every clause of the policy that a profile refers to, by the member that does, with repetitions. */
export function citedClauses(profile: Cited): Record<keyof Cited, string[]> {
  const inList = (list: readonly { clauses: string[] }[]) => list.flatMap(({ clauses }) => clauses)
  const { contacts, kinds, purposes, rights, duties, patientDuties, transfers, retention, notes } = profile
  return {
    ...{ contacts: inList(contacts), kinds: inList(kinds), purposes: inList(purposes), rights: inList(rights) },
    ...{ duties: inList(duties), patientDuties: inList(patientDuties), transfers: inList(transfers) },
    ...{ retention: inList(retention), notes: inList(notes) },
    minors: profile.minors.statement?.clauses ?? [],
    dataCategories: profile.dataCategories.map(({ clause }) => clause),
  }
}

function hasDuplicates(values: readonly string[]): boolean {
  return new Set(values).size < values.length
}
