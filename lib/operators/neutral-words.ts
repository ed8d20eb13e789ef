import { locales } from '@/db/enums'
import type { Bilingual, OperatorProfile } from '@/db/operators'
import { messages } from '@/lib/i18n/messages'

/** Begins of words that tell that somebody is a patient, or of what: who sees a letter must not learn it (323-FZ 13). */
const telling = [
  ...['клини', 'больни', 'поликлин', 'госпитал', 'медиц', 'медцентр', 'врач', 'доктор', 'пациент', 'лечен', 'лечащ'],
  ...['диагно', 'анализ', 'здоров', 'болезн', 'заболев', 'операци', 'глаз', 'зрени', 'офтальм', 'эко', 'репродукт'],
  ...['беремен', 'бесплод', 'гинеколог', 'уролог', 'онколог', 'зуб', 'стоматолог', 'психиатр', 'психолог', 'психотер'],
  ...['нарколог', 'венеролог', 'дерматолог', 'кардиолог', 'хирург', 'эндокрин', 'невролог', 'гастроэнтер', 'педиатр'],
  ...[
    'clinic',
    'hospital',
    'medic',
    'doctor',
    'physician',
    'patient',
    'treatment',
    'diagnos',
    'health',
    'disease',
    'illness',
  ],
  ...[
    'surger',
    'surgeon',
    'eye',
    'vision',
    'ophthalm',
    'fertil',
    'ivf',
    'pregnan',
    'gynae',
    'gyne',
    'urolog',
    'oncolog',
  ],
  ...['cancer', 'dental', 'dentist', 'psychiatr', 'psycholog', 'dermatolog', 'cardiolog', 'paediatr', 'pediatr'],
]

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []

/** What names the clinic: its names without the form of company, its address on the web, and how it is reached. */
function names({ slug, name, legalName, site, contacts }: OperatorProfile): string[] {
  const bare = (text: string) => /[«“"](.+)[»”"]/.exec(text)?.[1] ?? text
  const reached = contacts.flatMap(({ value, href }) => [value.ru, value.en, href?.replace(/^\w+:(\/\/)?/, '') ?? ''])
  return [slug, name.ru, name.en, bare(legalName.ru), bare(legalName.en), new URL(site).hostname, ...reached]
}

/** What the requests are called, by which somebody would learn what was asked. */
const kinds = locales.flatMap((locale) =>
  [messages[locale].kinds.title, messages[locale].kinds.name].flatMap((named) => Object.values(named)),
)

/** Whether a text that goes to patients' mailboxes says nothing of the clinic, of its trade, or of what was asked. */
export function isNeutral(text: string, profile: OperatorProfile): boolean {
  const lower = text.toLowerCase()
  const isNamed = [...names(profile), ...kinds].some((known) => known !== '' && lower.includes(known.toLowerCase()))
  const words = wordsIn(text)
  // "Эко" is in "экономия" too: the shortest stems are whole words.
  const isTold = telling.some((stem) => words.some((word) => (stem.length > 3 ? word.startsWith(stem) : word === stem)))
  return !isNamed && !isTold && !/https?:|www\./i.test(text)
}

/** The texts of its letters that are not neutral, by field. */
export function tellingLetters(profile: OperatorProfile): string[] {
  const { note, signature } = profile.letters ?? {}
  const told = (field: string, text: Bilingual | null | undefined) =>
    text
      ? locales.filter((locale) => !isNeutral(text[locale], profile)).map((locale) => `letters.${field}.${locale}`)
      : []
  return [...told('note', note), ...told('signature', signature)]
}
