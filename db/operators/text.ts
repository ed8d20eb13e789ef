import type { Locale } from '../enums'
import type { Bilingual, OperatorProfile, Statement } from './model'

/** A text in both languages. */
export const t = (ru: string, en: string): Bilingual => ({ ru, en })

/** A name or an address that reads the same in both languages. */
export const same = (value: string): Bilingual => ({ ru: value, en: value })

/** A sentence for patients and the clauses it retells, several as '5.2, 5.3'. */
export const says = (clauses: string, ru: string, en: string): Statement => ({
  clauses: clauses.split(', '),
  text: { ru, en },
})

/** Reference to articles of the law on personal data: `law('14', '20(1)')` is article 14 and part 1 of 20, `'16(1–3)'` three parts. */
export function law(...articles: readonly string[]): Bilingual {
  const ru = articles.map((article) => article.replace(/^([\d.]+)\(([\d.–]+)\)$/, 'ч. $2 ст. $1'))
  const spelled = ru.map((article) => (article.startsWith('ч.') ? article : `ст. ${article}`))
  return { ru: `152-ФЗ, ${spelled.join(', ')}`, en: `152-FZ, art. ${articles.join(', ')}` }
}

/** How a clause is shown: 'п. 6.2.4', 'clause 6.2.4', or the title of an unnumbered section. */
export function clauseLabel(profile: Pick<OperatorProfile, 'sections'>, clause: string, locale: Locale): string {
  const section = profile.sections[clause]
  if (section) return section[locale]
  return locale === 'ru' ? `п. ${clause}` : `clause ${clause}`
}
