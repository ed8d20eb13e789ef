import { locales } from '@/db/enums'
import type { Bilingual, OperatorProfile } from '@/db/operators'
import { messages } from '@/lib/i18n/messages'

/** Begins of words that tell that somebody is a patient, or of what: who sees a letter must not learn it (323-FZ 13). */
const telling = [
  'клини больни поликлин госпитал медиц медцентр медучрежд врач доктор пациент лечен лечащ здоров болезн заболев диагно',
  'анализ операци процедурн рентген томограф глаз зрени офтальм репродукт беремен бесплод гинеколог уролог андролог',
  'онколог зубн зубо зубы зубам стоматолог психиатр психолог психотер нарколог венеролог дерматолог кардиолог хирург',
  'эндокрин невролог гастроэнтер педиатр терапевт',
  'clinic hospital medic doctor physician patient treatment therap diagnos health disease illness surger surgeon',
  'ophthalm fertil pregnan gynae gyne urolog oncolog cancer dental dentist psychiatr psycholog dermatolog cardiolog',
  'paediatr pediatr',
].flatMap((line) => line.split(' '))

/** Those that begin innocent words too ("экономия", "visionary") tell as whole words alone. */
const tellingWhole = 'эко узи мрт кт мед зуб eye eyes eyesight vision ivf mri ct'.split(' ')

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

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
  const isTold = wordsIn(text).some(
    (word) => tellingWhole.includes(word) || telling.some((stem) => word.startsWith(stem)),
  )
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
