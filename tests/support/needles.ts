/** A text that must be nowhere, in one of the forms in which it could lie around. */
export interface Needle {
  text: string
  form: string
  bytes: Buffer
}

/** Long enough to be unique, short enough not to be broken by a line of base64 or quoted-printable. */
const CORE = 18

const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
const escaped = (text: string) =>
  [...text].map((char) => (char > '~' ? [...char].map(escapeUnit).join('') : char)).join('')
const quotedPrintable = (bytes: Buffer) =>
  [...bytes]
    .map((byte) => (byte > 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${hexByte(byte)}`))
    .join('')
const hexByte = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')

/** The base64 of bytes that begin `offset` bytes after a group of three: only the characters that they alone decide. */
function base64At(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
}

/** Every form of a text: encodings, and as mail, JSON, URLs and dumps would write them. */
export function needlesOf(text: string): Needle[] {
  const spellings = new Set([text, text.toLowerCase(), text.toUpperCase(), text.normalize('NFD')])
  return [...spellings].flatMap((spelling) => {
    const utf8 = Buffer.from(spelling)
    const core = utf8.subarray(0, CORE)
    const forms: Record<string, string | Buffer> = {
      utf8,
      utf16le: Buffer.from(spelling, 'utf16le'),
      hex: utf8.toString('hex'),
      HEX: utf8.toString('hex').toUpperCase(),
      url: encodeURIComponent(spelling),
      'quoted-printable': quotedPrintable(core),
      json: escaped(spelling),
      JSON: escaped(spelling).replaceAll(/\\u..../g, (unit) => unit.toUpperCase().replace('\\U', '\\u')),
      windows1251: windows1251(spelling),
    }
    for (const offset of [0, 1, 2]) {
      forms[`base64+${offset}`] = base64At(core, offset)
      forms[`base64url+${offset}`] = base64At(core, offset).replaceAll('+', '-').replaceAll('/', '_')
    }
    const seen = new Set<string>()
    return Object.entries(forms).flatMap(([form, value]) => {
      const bytes = Buffer.from(value)
      const key = bytes.toString('latin1')
      if (bytes.length < 6 || seen.has(key)) return []
      seen.add(key)
      return [{ text, form, bytes }]
    })
  })
}

/** Russian letters as old exports have them; what the code page lacks makes no needle. */
function windows1251(text: string): Buffer {
  const codes = [...text].map((char) => {
    const code = char.charCodeAt(0)
    if (code < 128) return code
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : -1
  })
  return codes.includes(-1) ? Buffer.alloc(0) : Buffer.from(codes)
}

/** A search for all needles in one pass; what it finds reads "form: text". */
export function needleFinder(needles: readonly Needle[]): (haystack: Buffer) => string[] {
  const begins = new Uint8Array(2 ** 24)
  const byBegin = Map.groupBy(needles, ({ bytes }) => bytes.readUIntBE(0, 3))
  for (const begin of byBegin.keys()) begins[begin] = 1
  return (haystack) => {
    const found = new Set<string>()
    let last = 0
    for (let end = 0; end < haystack.length; end += 1) {
      last = ((last << 8) | (haystack[end] ?? 0)) & 0xffffff
      if (end < 2 || begins[last] === 0) continue
      for (const { text, form, bytes } of byBegin.get(last) ?? []) {
        const start = end - 2
        if (haystack.subarray(start, start + bytes.length).equals(bytes)) found.add(`${form}: ${text}`)
      }
    }
    return [...found]
  }
}
