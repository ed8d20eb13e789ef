import { type Verdict, wholeIf } from './verdict'

/** Brands of pictures and of series of them (ISO 23008-12, annexes B and D; AVIF 6; MIAF 10). A film has none of these. */
const hevc = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']
const av1 = ['avif', 'avis']
const general = ['mif1', 'mif2', 'msf1', 'miaf', 'MiHB', 'MiHE', 'MiHA', 'jpeg', 'avci']

const judge =
  (isKind: (brands: string[]) => boolean) =>
  (bytes: Buffer): Verdict => {
    const boxes = boxesOf(bytes)
    const [first] = boxes
    if (first?.type !== 'ftyp' || !isKind(brandsOf(bytes, first.size))) return 'other'
    const last = boxes.at(-1)
    const isAll = last !== undefined && last.at + last.size <= bytes.length
    return wholeIf(isAll && boxes.some(({ type }) => type === 'meta' || type === 'moov'))
  }

/** The three kinds, by the codec that opens them; the general brands stand beside the others in what phones write. */
export const judgeAvif = judge((brands) => brands.some((brand) => av1.includes(brand)))
export const judgeHeic = judge((brands) => brands.some((brand) => hevc.includes(brand)))
export const judgeHeif = judge((brands) => brands.some((brand) => general.includes(brand)))

interface Box {
  type: string
  at: number
  size: number
}

/** The boxes of the file itself (ISO 14496-12, 4.2). What is no box ends the list: phones append their own notes. */
function boxesOf(bytes: Buffer): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (!/^[ -~©]{4}$/.test(type)) break
    const size = sizeOf(bytes, at)
    if (size < 8) break
    boxes.push({ type, at, size })
    at += size
  }
  return boxes
}

/** 1 says that 64 bits follow, 0 that the box is the rest of the file. */
function sizeOf(bytes: Buffer, at: number): number {
  const size = bytes.readUInt32BE(at)
  if (size === 0) return bytes.length - at
  if (size !== 1) return size
  return at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : 0
}

/** The major brand and the compatible ones; the version between them is none. */
function brandsOf(bytes: Buffer, size: number): string[] {
  const words = bytes.toString('latin1', 8, Math.min(size, bytes.length, 512)).match(/.{4}/gs) ?? []
  return words.filter((_, index) => index !== 1)
}
