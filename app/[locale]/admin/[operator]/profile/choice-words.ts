import type { Locale } from '@/db/enums'
import { messages } from '@/lib/i18n/messages'
import { type Choice, choices } from '@/lib/operators/profile-parts'

/** What a choice of the profile is one of, and what each is called. */
export function choiceWords(locale: Locale): Record<Choice, [value: string, word: string][]> {
  const { admin, kinds, profile, public: onPages } = messages[locale]
  const words: Record<Choice, Record<string, string>> = {
    kind: admin.kind,
    contact: onPages.contacts,
    group: profile.choices.group,
    scope: kinds.scope,
    mailing: kinds.mailingChannel,
    field: profile.fields,
    level: profile.choices.level,
  }
  const listOf = (choice: Choice) =>
    choices[choice].map((value): [string, string] => [value, words[choice][value] ?? value])
  return {
    kind: listOf('kind'),
    contact: listOf('contact'),
    group: listOf('group'),
    scope: listOf('scope'),
    mailing: listOf('mailing'),
    field: listOf('field'),
    level: listOf('level'),
  }
}
