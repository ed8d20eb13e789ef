import { fileTypeFromBuffer } from 'file-type'

const accepted = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/heic', 'image/heif', 'image/tiff'])

// DER: a SEQUENCE with a long length. An electronic signature (PKCS #7, RFC 2315) begins so, and has no magic number.
const isSignature = (bytes: Buffer) =>
  bytes[0] === 0x30 && (bytes[1] === 0x82 || bytes[1] === 0x83 || bytes[1] === 0x80)

/** What the bytes are, whatever the name says; undefined for a kind that the portal does not take. */
export async function mediaTypeOf(bytes: Buffer): Promise<string | undefined> {
  const type = await fileTypeFromBuffer(bytes)
  if (type) return accepted.has(type.mime) ? type.mime : undefined
  return isSignature(bytes) ? 'application/pkcs7-signature' : undefined
}
