export type FirstFault = 'file-empty' | 'file-too-large' | 'file-office' | 'file-archive' | 'file-type'

const OFFICE = /\.(docx?|docm|dotx?|xlsx?|xlsm|xlsb|pptx?|pptm|odt|ods|odp|rtf|pages|numbers)$/i

const bytesOf = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0))
const office = [[0xd0, 0xcf, 0x11, 0xe0], bytesOf('{\\rtf')]
const zip = bytesOf('PK\u0003\u0004')
const archives = [bytesOf('Rar!'), [0x37, 0x7a, 0xbc, 0xaf], [0x1f, 0x8b], [0xfd, 0x37, 0x7a]]
const taken = [
  [0xff, 0xd8, 0xff],
  bytesOf('\u0089PNG'),
  bytesOf('%PDF'),
  bytesOf('RIFF'),
  // Signatures: as bytes, as PEM, as base64, as a mail.
  ...[0x80, 0x81, 0x82, 0x83, 0x84].map((length) => [0x30, length]),
  ...['-----BEGIN', 'MI', 'Content-Type'].map(bytesOf),
  bytesOf('II*'),
  bytesOf('MM\0'),
]

/**
 * What can be told of a file as it is picked, before it is sent: what it surely is not. Whatever it may be, the server has
 * the last word.
 */
export async function firstLook(file: File, { accept, bytes }: { accept: string; bytes: number }) {
  if (file.size === 0) return 'file-empty'
  if (file.size > bytes) return 'file-too-large'
  return faultOf(new Uint8Array(await file.slice(0, 16).arrayBuffer()), file.name, accept)
}

export function faultOf(head: Uint8Array, name: string, accept: string): FirstFault | undefined {
  const begins = (start: readonly number[], at = 0) => start.every((byte, n) => head[at + n] === byte)
  if (office.some((start) => begins(start))) return 'file-office'
  if (begins(zip)) return OFFICE.test(name) ? 'file-office' : 'file-archive'
  if (archives.some((start) => begins(start))) return 'file-archive'
  const isNamed = accept.split(',').some((extension) => name.toLowerCase().endsWith(extension))
  return isNamed || taken.some((start) => begins(start)) || begins(bytesOf('ftyp'), 4) ? undefined : 'file-type'
}

/** By name and size alone two may differ: what is in them is compared as well. */
export async function isSameContent(one: File, other: File): Promise<boolean> {
  if (one.name !== other.name || one.size !== other.size) return false
  const [a, b] = (await Promise.all([one.arrayBuffer(), other.arrayBuffer()])).map((each) => new Uint8Array(each))
  return a !== undefined && b !== undefined && a.every((byte, at) => byte === b[at])
}
