import { fileTypeFromBuffer } from 'file-type'
import { safeFileName } from '@/lib/text/file-name'
import { judgeAvif, judgeHeic, judgeHeif } from './formats/heif'
import { judgePdf } from './formats/pdf'
import { judgeJpeg, judgePng, judgeWebp } from './formats/pictures'
import { signatureOf } from './formats/signature'
import { judgeTiff } from './formats/tiff'
import type { Verdict } from './formats/verdict'

/** What the portal takes, and the extensions that such a file may have: the first where its name has none of them. */
const extensions: Record<string, readonly [string, ...string[]]> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/heic': ['.heic', '.heif', '.hif'],
  'image/heif': ['.heif', '.heic', '.hif'],
  'image/avif': ['.avif'],
  'image/webp': ['.webp'],
  'image/tiff': ['.tif', '.tiff'],
  'application/pkcs7-signature': ['.p7s', '.sig', '.sgn', '.sign', '.p7m', '.cms', '.pem'],
  'application/pkcs7-mime': ['.p7m', '.p7s', '.sig', '.sgn', '.sign', '.cms', '.pem'],
}

/** In this order: a PDF may have a picture before its header, and what phones write has brands of several kinds. */
const judges: readonly (readonly [mediaType: string, judge: (bytes: Buffer) => Verdict])[] = [
  ['image/jpeg', judgeJpeg],
  ['image/png', judgePng],
  ['image/webp', judgeWebp],
  ['image/tiff', judgeTiff],
  ['image/avif', judgeAvif],
  ['image/heic', judgeHeic],
  ['image/heif', judgeHeif],
  ['application/pdf', judgePdf],
]

export type FileRefusal = 'file-damaged' | 'file-office' | 'file-archive' | 'file-type'

/** What the bytes are, whatever the name says, or why they are not taken. */
export async function kindOf(bytes: Buffer): Promise<{ mediaType: string } | { refused: FileRefusal }> {
  let isBroken = false
  for (const [mediaType, judge] of judges) {
    const verdict = judge(bytes)
    if (verdict === 'whole') return { mediaType }
    if (verdict === 'broken') isBroken = true
  }
  const signature = await signatureOf(bytes)
  if (signature) return { mediaType: `application/pkcs7-${signature === 'detached' ? 'signature' : 'mime'}` }
  return { refused: isBroken ? 'file-damaged' : await refusalOf(bytes) }
}

/** A name for a file of that kind: its extension never says anything else. */
export const fileNameOf = (given: string, mediaType: string): string =>
  safeFileName(given, extensions[mediaType] ?? ['.bin'])

const archives = new Set(['zip', 'rar', '7z', 'tar', 'gz', 'bz2', 'xz', 'zst', 'lz', 'cab'])
const office = /officedocument|opendocument|msword|ms-excel|ms-powerpoint|x-cfb|rtf/

/** What to do instead depends on what it is. */
async function refusalOf(bytes: Buffer): Promise<FileRefusal> {
  const type = await fileTypeFromBuffer(bytes)
  if (!type) return 'file-type'
  if (office.test(type.mime)) return 'file-office'
  return archives.has(type.ext) ? 'file-archive' : 'file-type'
}
