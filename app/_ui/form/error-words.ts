/** The sentence of a fault: of a key of the `errors` messages, or of a key with the name of a file after a blank. */
export function faultWords(fault: string, errors: Record<string, string>): string {
  const [key = '', ...file] = fault.split(' ')
  const sentence = errors[key] ?? errors['badChoice'] ?? ''
  return file.length > 0 ? `${file.join(' ')}: ${sentence}` : sentence
}
