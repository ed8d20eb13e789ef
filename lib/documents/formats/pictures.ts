import { type Verdict, wholeIf } from './verdict'

/** PNG: chunks from IHDR to IEND, with a picture between them. What follows is not drawn. */
export function judgePng(bytes: Buffer): Verdict {
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1A\n') return 'other'
  let hasPicture = false
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (at === 8 && (type !== 'IHDR' || bytes.readUInt32BE(at) !== 13)) return 'broken'
    if (type === 'IDAT') hasPicture = true
    if (type === 'IEND') return wholeIf(hasPicture)
  }
  return 'broken'
}

const EOI = Buffer.of(0xff, 0xd9)

/**
 * JPEG (ITU T.81, B.1): segments with a frame and a scan, then the end of the image. Phones put more after it: a second
 * picture (MPO), a film, their own notes.
 */
export function judgeJpeg(bytes: Buffer): Verdict {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return 'other'
  let hasFrame = false
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) return wholeIf(hasFrame && bytes.indexOf(EOI, at) > 0)
    if (isFrame(marker)) hasFrame = true
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return 'broken'
}

/** SOF0 to SOF15 without the tables and reservations between them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** WebP: a RIFF of its whole size whose first chunk is a picture of one of three kinds. */
export function judgeWebp(bytes: Buffer): Verdict {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return 'other'
  const isPicture = ['VP8 ', 'VP8L', 'VP8X'].includes(bytes.toString('latin1', 12, 16))
  return wholeIf(isPicture && bytes.length >= 30 && bytes.readUInt32LE(4) + 8 <= bytes.length)
}
