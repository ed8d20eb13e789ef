/**
 * The sentence of a fault: a key of the `errors` messages, with what it is about after a blank. A limit is named within the
 * sentence, a file before it.
 */
export function faultWords(fault: string, errors: Record<string, string>): string {
  const [key = '', ...rest] = fault.split(' ')
  const sentence = errors[key] ?? errors['badChoice'] ?? ''
  const detail = rest.join(' ')
  if (sentence.includes('{most}')) return sentence.replace('{most}', detail)
  return detail ? `${detail}: ${sentence}` : sentence
}
