import { locales } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'

/** Begins of words that tell that somebody is a patient, or of what: who sees a letter must not learn it (323-FZ 13). */
const telling = [
  'клини больни поликлин госпитал стационар роддом родильн диспансер онкодисп психдисп медиц медцентр медучрежд медрегистр',
  'медкарт медсестр медосмотр врач главврач доктор пациент лечен лечащ здоров болезн заболев диагно анализ операци процедурн',
  'рентген томограф лаборатор косметолог глаз зрени офтальм репродукт эмбрио сперм беремен бесплод аборт гинеколог уролог',
  'андролог онколог опухол химиотерап диабет сифилис гепатит зубн зубо зубы зубам стоматолог психиатр психолог психотер',
  'нарколог венеролог дерматолог кардиолог хирург эндокрин невролог гастроэнтер педиатр терапевт',
  'clinic klinik hospital maternity medic doctor physician patient treatment therap diagnos health disease illness surger',
  'surgeon ophthalm fertil infertil embryo sperm pregnan abortion gynae gyne urolog oncolog cancer tumor tumour chemother',
  'diabet syphilis hepatit dental dentist psychiatr psycholog dermatolog cardiolog paediatr pediatr laborator cosmetolog',
  'удален уничтож блокиров исправлен deletion erasure blocking correction withdrawal',
].flatMap((line) => line.split(' '))

/** Those that begin innocent words too ("экономия", "visionary", "ракурс") tell as whole words alone. */
const tellingWhole = (
  'эко узи мрт кт мед зуб вич спид рак рака раке раком отзыв отзыва отзыве ' +
  'eye eyes eyesight vision ivf vitro mri ct hiv aids dr labs'
).split(' ')

/** Small letters without marks that are none of Russian's: "clínic", "клин\u0301ика" are read as what they look like. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/(?<!и)\u0306|(?<!е)\u0308|(?![\u0306\u0308])\p{M}/gu, '')
    .normalize('NFC')

/** Letters that stand apart belong together: "c l i n i c", "К-Л-И-Н-И-К-А". */
function wordsIn(text: string): string[] {
  const words: string[] = plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const spelled = plain(text).match(/(?<![\p{L}\p{N}])(?:\p{L}[\s._-]){3,}\p{L}(?![\p{L}\p{N}])/gu) ?? []
  return [...words, ...spelled.map((letters) => letters.replaceAll(/[^\p{L}]/gu, ''))]
}

/** What is left of a word in each of its cases. */
const stem = (word: string): string => word.slice(0, word.length > 5 ? word.length - 2 : Math.max(4, word.length - 1))

const bare = (text: string): string => /[«“"](.+)[»”"]/.exec(text)?.[1] ?? text

/** What the clinic is called, as lists of words: its names without the form of company, its address on the web. */
const namesOf = ({ slug, name, legalName, site }: OperatorProfile): string[][] =>
  [slug, name.ru, name.en, bare(legalName.ru), bare(legalName.en), new URL(site).hostname.replace(/^www\./, '')].map(
    (text) => wordsIn(text),
  )

/** Proper names of where it is: streets, towns. */
const placesOf = ({ contacts }: OperatorProfile): string[] =>
  contacts
    .filter(({ channel }) => channel === 'post')
    .flatMap(({ value }) => [value.ru, value.en])
    .flatMap((text) => text.match(/(?<!\p{L})\p{Lu}\p{L}{4,}/gu) ?? [])
    .map((place) => stem(plain(place)))

/** A name, in any of its cases, in one word or in several. */
function isCalled(words: readonly string[], name: readonly string[]): boolean {
  if (name.length === 0) return false
  const glued = name.join('')
  return words.some((_, at) => {
    const isInOrder = name.every((part, n) => words[at + n]?.startsWith(stem(part)))
    return isInOrder || [1, 2, 3].some((length) => words.slice(at, at + length).join('') === glued)
  })
}

/** Numbers by which an organisation is found (telephones, tax numbers), and addresses of the web and of mail. */
const findable = /\d(?:[\s()+-]*\d){5,}|\S+@\S+|https?:\S*|www\.\S*|[\p{L}\d-]+\.(?:[a-z]{2,}|рф|рус|москва)(?!\p{L})/iu
/** A word of two alphabets looks like one of either. */
const mixed = /(?=[\p{L}]*\p{Script=Latin})(?=[\p{L}]*[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}+/u

/**
 * What in a text that goes to patients' mailboxes tells of the clinic, of its trade, or of what was asked; undefined where a
 * stranger learns nothing.
 */
export function tellingPart(text: string, profile: OperatorProfile): string | undefined {
  const found = findable.exec(text)?.[0] ?? mixed.exec(text)?.[0]
  if (found !== undefined) return found
  const words = wordsIn(text)
  const places = placesOf(profile)
  const told = words.find(
    (word) => tellingWhole.includes(word) || [...telling, ...places].some((begin) => word.startsWith(plain(begin))),
  )
  return (
    told ??
    namesOf(profile)
      .find((name) => isCalled(words, name))
      ?.join(' ')
  )
}

/** What in the texts of its letters is not neutral, by field. */
export function tellingLetters(profile: OperatorProfile): Record<string, string> {
  const texts = Object.entries({ note: profile.letters?.note, signature: profile.letters?.signature })
  const told = texts.flatMap(([field, text]) =>
    locales.flatMap((locale) => {
      const part = text ? tellingPart(text[locale], profile) : undefined
      return part === undefined ? [] : [[`letters.${field}.${locale}`, part] as const]
    }),
  )
  return Object.fromEntries(told)
}
