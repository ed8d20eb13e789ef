import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleScan } from '@/lib/demo/sample-scan'
import { fileNameOf, kindOf } from './kinds'
import { signatures } from './signatures.test-support'

const is = async (bytes: Buffer) => {
  const kind = await kindOf(bytes)
  return 'refused' in kind ? kind.refused : kind.mediaType
}
const joined = (...parts: (Buffer | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)))

const pictures: Record<'jpeg' | 'png' | 'webp' | 'tiff' | 'avif', Buffer> = {
  jpeg: Buffer.of(),
  png: Buffer.of(),
  webp: Buffer.of(),
  tiff: Buffer.of(),
  avif: Buffer.of(),
}

beforeAll(async () => {
  const paper = sharp({ create: { width: 24, height: 16, channels: 3, background: '#d7e3f4' } })
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const)
    pictures[format] = await paper.clone().toFormat(format).toBuffer()
  pictures.tiff = await paper.clone().tiff({ compression: 'none' }).toBuffer()
})

/** The same picture under other brands: what tells the phones' formats apart is their first box. */
function branded(major: string, ...compatible: string[]): Buffer {
  const { avif } = pictures
  const brands = joined(major, Buffer.alloc(4), ...compatible)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(8 + brands.length)
  return joined(size, 'ftyp', brands, avif.subarray(avif.readUInt32BE(0)))
}

describe('a PDF', () => {
  const scan = sampleScan('Power of attorney')

  it.each([
    ['as written', scan],
    ['after 1,024 bytes of a scanner', joined('\0'.repeat(1_024), scan)],
    ['after a mark of byte order', joined('\uFEFF', scan)],
    ['after headers that a mailer left', joined('Content-Type: application/pdf\r\n\r\n', scan)],
    ['with 100 KB after its end', joined(scan, '\0'.repeat(100_000))],
    ['that was saved again', joined(scan, scan)],
    ['with line ends of another system', Buffer.from(scan.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')],
  ])('%s is taken', async (_how, bytes) => expect(await is(bytes)).toBe('application/pdf'))

  it.each([
    ['cut off', scan.subarray(0, scan.length - 60)],
    ['of its header alone', Buffer.from('%PDF-1.7\n')],
    ['that is a page', Buffer.from('%PDF-1.7\n<script>alert(1)</script>%%EOF')],
    ['of a version that never was', Buffer.from(scan.toString('latin1').replace('%PDF-1.4', '%PDF-x.y'), 'latin1')],
  ])('%s is not', async (_how, bytes) => expect(await is(bytes)).toBe('file-damaged'))

  it('whose header comes later than any reader looks is none', async () => {
    expect(await is(joined(' '.repeat(1_025), scan))).toBe('file-type')
  })
})

describe('a picture', () => {
  it('of each kind is taken, whatever a phone has put after it', async () => {
    for (const [format, bytes] of Object.entries(pictures)) {
      expect(await is(bytes), format).toBe(`image/${format}`)
      expect(await is(joined(bytes, 'SEFH\0\0\0k\0\0\0')), format).toBe(`image/${format}`)
    }
    expect(await is(joined(pictures.jpeg, pictures.jpeg)), 'MPO').toBe('image/jpeg')
  })

  it('that is cut off, or of which only the first bytes are, is not', async () => {
    for (const [format, bytes] of Object.entries(pictures)) {
      expect(await is(bytes.subarray(0, bytes.length / 2)), format).toBe('file-damaged')
      expect(await is(joined(bytes.subarray(0, 16), '<script>alert(1)</script>')), format).toBe('file-damaged')
    }
  })

  it.each([
    ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'].map(
      (brand) => [brand, [], 'image/heic'] as const,
    ),
    ['mif1', ['heic', 'miaf'], 'image/heic'],
    ['msf1', ['hevc'], 'image/heic'],
    ['heic', ['mif1', 'MiHB', 'MiHE', 'MiPr', 'miaf', 'tmap'], 'image/heic'],
    ['mif1', [], 'image/heif'],
    ['msf1', ['iso8'], 'image/heif'],
    ['mif2', ['miaf'], 'image/heif'],
    ['avif', ['mif1', 'miaf'], 'image/avif'],
    ['avis', ['msf1'], 'image/avif'],
    ['mif1', ['avif'], 'image/avif'],
  ] as const)('with the brand %s and %j is %s', async (major, compatible, mediaType) => {
    expect(await is(branded(major, ...compatible))).toBe(mediaType)
  })

  it.each([
    ['mp42', 'isom'],
    ['qt  ', 'qt  '],
    ['M4A ', 'mp42'],
  ])('is not what a film of brand %s is', async (...brands) => {
    expect(await is(branded(...brands))).toBe('file-type')
  })
})

describe('an electronic signature', () => {
  it.each(Object.entries(signatures.detached))('detached, as %s, is taken', async (_form, bytes) => {
    expect(await is(bytes)).toBe('application/pkcs7-signature')
  })

  it.each(Object.entries(signatures.attached))('with what it signs, as %s, is taken', async (_form, bytes) => {
    expect(await is(bytes)).toBe('application/pkcs7-mime')
  })

  it.each([
    ['a certificate', signatures.certificate],
    ['two bytes', Buffer.of(0x30, 0x82)],
    ['a sequence of something', Buffer.from('3082000a0609608648016503040201', 'hex')],
    ['its first half', signatures.detached.DER.subarray(0, 100)],
    ['one with a page after it', joined(signatures.detached.DER, '<script>')],
    ['base64 of something', Buffer.from(Buffer.from('MI is how it begins').toString('base64'))],
    ['a mail that speaks of one', Buffer.from('Subject: a\nContent-Type: text/html\n\napplication/pkcs7-mime <b>')],
    ['a label of one', Buffer.from('-----BEGIN CMS-----\nMIAA\n-----END CMS-----\n')],
  ])('is not %s', async (_what, bytes) => expect(await is(bytes)).toBe('file-type'))

  it('is looked for in linear time', async () => {
    for (const unit of ['MI', 'M ', '-----BEGIN CMS-----', '0\x80', 'a: pkcs7-mime\n', '\n', '%PDF-1.7 '])
      expect(['file-type', 'file-damaged']).toContain(await is(Buffer.from(unit.repeat(10_000_000 / unit.length))))
  }, 20_000)
})

describe('what is not taken', () => {
  it('says what to do instead', async () => {
    const rtf = Buffer.from('{\\rtf1\\ansi text}')
    const word = Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_048, '0'), 'hex')
    const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
    expect(await is(rtf)).toBe('file-office')
    expect(await is(word)).toBe('file-office')
    expect(await is(zip)).toBe('file-archive')
    expect(await is(Buffer.from('Здравствуйте'))).toBe('file-type')
    expect(await is(Buffer.from('MZ\x90\0'))).toBe('file-type')
  })
})

it('a name follows what the file is', () => {
  expect(fileNameOf('скан.exe', 'application/pdf')).toBe('скан.pdf')
  expect(fileNameOf('IMG_1.HEIC', 'image/heic')).toBe('IMG_1.heic')
  expect(fileNameOf('фото.jpeg', 'image/jpeg')).toBe('фото.jpeg')
  expect(fileNameOf('договор.pdf.sig', 'application/pkcs7-signature')).toBe('договор.pdf.sig')
  expect(fileNameOf('stored.long.ago', 'application/x-unknown')).toBe('stored.long.bin')
})
