import PostalMime from 'postal-mime'

/** `detached` signs another file; `attached` holds what it signs. */
export type Signature = 'detached' | 'attached'

/** id-signedData (RFC 5652, 5.1), with tag and length. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex')
const [SEQUENCE, SET, INTEGER, OID, CONTEXT_0] = [0x30, 0x31, 0x02, 0x06, 0xa0] as const

/**
 * An electronic signature: CMS SignedData as DER or BER, as PEM or bare base64, or inside an S/MIME message (RFC 8551).
 * Undefined for all else.
 */
export async function signatureOf(bytes: Buffer): Promise<Signature | undefined> {
  return readSignedData(bytes) ?? readText(bytes) ?? (await readMessage(bytes))
}

interface Part {
  tag: number
  from: number
  /** The end of its contents; of an indefinite length, the end of what is around it. */
  to: number
}

/** Tag and length (X.690, 8.1); undefined where they lead outside. */
function partAt(bytes: Buffer, at: number, end: number): Part | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined || at + 2 > end) return undefined
  if (first === 0x80) return { tag, from: at + 2, to: end }
  const count = first > 0x80 ? first - 0x80 : 0
  if (count > 4 || at + 2 + count > end) return undefined
  const length = count > 0 ? bytes.readUIntBE(at + 2, count) : first
  const from = at + 2 + count
  return from + length <= end ? { tag, from, to: from + length } : undefined
}

/** ContentInfo { signedData, [0] { version, digestAlgorithms, encapContentInfo { type, [0] content? } … } } (RFC 5652, 3 and 5). */
function readSignedData(bytes: Buffer): Signature | undefined {
  const outer = partAt(bytes, 0, bytes.length)
  if (outer?.tag !== SEQUENCE) return undefined
  if (bytes.subarray(outer.to).some((byte) => ![0x00, 0x0a, 0x0d, 0x20].includes(byte))) return undefined
  if (!bytes.subarray(outer.from, outer.from + SIGNED_DATA.length).equals(SIGNED_DATA)) return undefined
  const content = partAt(bytes, outer.from + SIGNED_DATA.length, outer.to)
  const signed = content?.tag === CONTEXT_0 ? partAt(bytes, content.from, content.to) : undefined
  if (signed?.tag !== SEQUENCE) return undefined
  const version = partAt(bytes, signed.from, signed.to)
  if (version?.tag !== INTEGER || version.to - version.from !== 1) return undefined
  const digests = partAt(bytes, version.to, signed.to)
  if (digests?.tag !== SET) return undefined
  const enclosed = partAt(bytes, digests.to, signed.to)
  const type = enclosed?.tag === SEQUENCE ? partAt(bytes, enclosed.from, enclosed.to) : undefined
  if (!enclosed || type?.tag !== OID) return undefined
  return type.to < enclosed.to && bytes[type.to] === CONTEXT_0 ? 'attached' : 'detached'
}

/** PEM of any of the labels in use, or its base64 alone. */
function readText(bytes: Buffer): Signature | undefined {
  const text = bytes.toString('latin1').replace(/^\xEF\xBB\xBF/, '')
  const inner = /^\s*-----BEGIN ([A-Z0-9 #]{1,40})-----([^-]+)-----END \1-----\s*$/.exec(text)?.[2] ?? text
  const base64 = inner.replaceAll(/\s+/g, '')
  return /^MI[A-Za-z0-9+/]+={0,2}$/.test(base64) ? readSignedData(Buffer.from(base64, 'base64')) : undefined
}

const header = /^(?:[a-z][a-z0-9-]*:|\s)[^\n]*\n/i
const pkcs7 = /^application\/(?:x-)?pkcs7-(?:mime|signature)$/i

async function readMessage(bytes: Buffer): Promise<Signature | undefined> {
  const head = bytes.toString('latin1', 0, 64 * 1024)
  if (!header.test(head) || !/pkcs7-(?:mime|signature)/i.test(head)) return undefined
  const found = (await attachmentsOf(bytes))
    .filter(({ mimeType }) => pkcs7.test(mimeType))
    .map(({ content }) => readSignedData(Buffer.from(content as ArrayBuffer)))
  // The message carries what it signs, in itself or beside the signature.
  return found.some((signature) => signature !== undefined) ? 'attached' : undefined
}

/** None of what no mail program can read: the parser refuses headers or parts without end. */
async function attachmentsOf(bytes: Buffer) {
  try {
    return (await PostalMime.parse(bytes)).attachments
  } catch {
    return []
  }
}
