/** The registration number as people write it: "IM-2026-000123", per operator and year. */
export function formatReference(code: string, year: number, number: number): string {
  return `${code}-${year}-${String(number).padStart(6, '0')}`
}

/** What a person typed, in the form the register has: capitals, no blanks, dashes of any kind. Undefined if it is no number. */
export function parseReference(typed: string): string | undefined {
  const text = typed
    .trim()
    .toUpperCase()
    .replaceAll(/\s/g, '')
    .replaceAll(/[‐-―−_]/g, '-')
  const match = /^([A-Z]{2,4})-(\d{4})-(\d{1,6})$/.exec(text)
  return match ? formatReference(match[1]!, Number(match[2]), Number(match[3])) : undefined
}
