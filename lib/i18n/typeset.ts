/**
 * Keeps together what a line must not part: "152-ФЗ", "ст. 14", "п. 6.2.4", "30 дней", a dash and the word before it.
 * For texts that clinics write; the messages files hold their own unbreakable blanks.
 */
export function typeset(text: string): string {
  return text
    .replaceAll(/(\d)-(ФЗ|FZ)/g, '$1\u2011$2')
    .replaceAll(/(ст|ч|п|art|clause|clauses)(\.?) (?=\d)/g, '$1$2\u00a0')
    .replaceAll(/(\d) (?=\p{L})/gu, '$1\u00a0')
    .replaceAll(' — ', '\u00a0— ')
}
