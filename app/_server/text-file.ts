const LARGEST = 1_000_000

/**
 * The text of a form's field `file`; undefined where none was chosen. What is no
 * UTF-8 was written by Excel, as UTF-16 with its mark, or by a Russian Windows.
 * Only the first megabyte is read: nothing that this portal takes as text is longer.
 */
export async function textFile(form: unknown): Promise<string | undefined> {
  const file = form instanceof FormData ? form.get('file') : undefined
  // A browser sends an empty nameless file for a field that nobody used.
  if (!(file instanceof File) || file.name === '') return undefined
  const bytes = await file.slice(0, LARGEST).arrayBuffer()
  const [first, second] = new Uint8Array(bytes)
  // Excel's "Unicode text", and what other programs call UTF-16.
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
