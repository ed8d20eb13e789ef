import { consentScopes, mailingChannels, requestKinds } from '@/db/enums'
import { askFields, askLevels, categoryGroups, contactChannels, type OperatorProfile } from '@/db/operators'

/** What a choice is one of; the words for each stand in the messages of the pages that show it. */
export const choices = {
  kind: requestKinds,
  contact: contactChannels,
  group: categoryGroups,
  scope: consentScopes,
  mailing: mailingChannels,
  field: askFields,
  level: askLevels,
} as const
export type Choice = keyof typeof choices

interface Named {
  /** Within its part or row: "registration.ogrn". It is the key of its label too, where no `label` is given. */
  name: string
  label?: string
}

/** What stands for a field that is left empty; none: it has to be filled in. */
type Empty = 'null' | 'absent'

export interface TextField extends Named {
  as: 'text' | 'number' | 'date' | 'clauses' | 'site'
  empty?: Empty
}
export interface BothField extends Named {
  /** A line or some sentences, in both languages. */
  as: 'both' | 'sentences'
  empty?: Empty
}
export interface ChoiceField extends Named {
  as: 'choice'
  of: Choice
}
export interface TicksField extends Named {
  as: 'ticks'
  of: Choice
}
/** Rows of these fields; where no row is left, an empty list or nothing. */
export interface ListField extends Named {
  as: 'list'
  empty?: 'absent'
  fields: readonly ProfileField[]
}
/** These fields, or null where all of them are empty. */
export interface GroupField extends Named {
  as: 'group'
  fields: readonly ProfileField[]
}
/** A picture, as the address that shows it; it comes as a file, in a form of its own. */
export interface ImageField extends Named {
  as: 'image'
}
export type ProfileField = TextField | BothField | ChoiceField | TicksField | ListField | GroupField | ImageField

const clauses = { name: 'clauses', as: 'clauses' } as const
const statement = [{ name: 'text', as: 'sentences' }, clauses] as const satisfies readonly ProfileField[]
const statements = (name: string): readonly ProfileField[] => [{ name, as: 'list', fields: statement }]

/**
 * The parts in which a profile is edited, each with its fields in the order of its form. Address, code of the register and
 * terms are none of them: the former stand in mails and numbers, the latter have versions of their own.
 */
export const profileParts = {
  names: [
    { name: 'name', as: 'both' },
    { name: 'legalName', as: 'both' },
    { name: 'city', as: 'both', empty: 'null' },
    { name: 'registration.ogrn', as: 'text', empty: 'null' },
    { name: 'registration.inn', as: 'text', empty: 'null' },
    { name: 'timeZone', as: 'text' },
    { name: 'site', as: 'text' },
    { name: 'policyUrl', as: 'text', empty: 'null' },
    { name: 'policyDate', as: 'date', empty: 'null' },
    { name: 'accentHue', as: 'number', empty: 'null' },
  ],
  logo: [{ name: 'logo', as: 'image' }],
  contacts: [
    {
      name: 'contacts',
      as: 'list',
      fields: [
        { name: 'channel', as: 'choice', of: 'contact' },
        { name: 'value', as: 'both' },
        { name: 'href', as: 'text', empty: 'absent' },
        { name: 'note', as: 'both', empty: 'absent' },
        { ...clauses, label: 'clausesOrNone' },
      ],
    },
  ],
  kinds: [
    {
      name: 'kinds',
      as: 'list',
      fields: [
        { name: 'kind', as: 'choice', of: 'kind' },
        { name: 'summary', as: 'sentences' },
        { name: 'legalBasis', as: 'both' },
        { ...clauses, label: 'clausesOrNone' },
      ],
    },
    { name: 'consentScopes', as: 'ticks', of: 'scope' },
    { name: 'mailingChannels', as: 'ticks', of: 'mailing' },
  ],
  dataCategories: [
    {
      name: 'dataCategories',
      as: 'list',
      fields: [
        { name: 'group', as: 'choice', of: 'group' },
        { name: 'label', as: 'both' },
        { name: 'key', as: 'text', label: 'categoryKey' },
        { name: 'clause', as: 'text' },
      ],
    },
  ],
  purposes: statements('purposes'),
  rights: statements('rights'),
  duties: statements('duties'),
  patientDuties: statements('patientDuties'),
  transfers: statements('transfers'),
  retention: statements('retention'),
  minors: [
    { name: 'minors.minimumAge', as: 'number', empty: 'null' },
    { name: 'minors.statement', as: 'group', fields: statement },
  ],
  notes: statements('notes'),
  letters: [
    { name: 'letters.note', label: 'letterNote', as: 'sentences', empty: 'null' },
    { name: 'letters.signature', label: 'letterSignature', as: 'both', empty: 'null' },
  ],
  frames: [
    {
      name: 'frames',
      as: 'list',
      empty: 'absent',
      fields: [{ name: 'site', as: 'site', label: 'frameSite' }],
    },
  ],
  ask: [
    ...askFields.map((name): ProfileField => ({ name: `ask.${name}`, as: 'choice', of: 'level' })),
    { name: 'relationHint', as: 'both' },
    {
      name: 'askByKind',
      as: 'list',
      fields: [
        { name: 'kind', as: 'choice', of: 'kind' },
        { name: 'field', as: 'choice', of: 'field' },
        { name: 'level', as: 'choice', of: 'level' },
      ],
    },
  ],
  sections: [
    {
      name: 'sections',
      as: 'list',
      fields: [
        { name: 'key', as: 'text', label: 'sectionKey' },
        { name: 'label', as: 'both' },
      ],
    },
  ],
} as const satisfies Record<string, readonly ProfileField[]>

export type ProfilePart = keyof typeof profileParts
export const profilePartNames = Object.keys(profileParts) as ProfilePart[]

/** The members of the profile that a part is made of. */
export const membersOf = (part: ProfilePart): (keyof OperatorProfile)[] => [
  ...new Set(profileParts[part].map(({ name }) => name.split('.')[0] as keyof OperatorProfile)),
]

/** The part in which a member of the profile is edited; undefined for those that are not. */
export const partOf = (member: string): ProfilePart | undefined =>
  profilePartNames.find((part) => membersOf(part).some((name) => name === member))
