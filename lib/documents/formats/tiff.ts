import { type Verdict, wholeIf } from './verdict'

const IMAGE_WIDTH = 256
/** Where the picture lies, in strips or in tiles, and how long each of them is. */
const places = [
  [273, 279],
  [324, 325],
] as const

/** TIFF 6.0: the first directory lies in the file, tells a width, and leads to strips or tiles that lie there too. */
export function judgeTiff(bytes: Buffer): Verdict {
  const order = bytes.toString('latin1', 0, 4)
  if (order !== 'II*\0' && order !== 'MM\0*') return 'other'
  const directory = readDirectory(bytes, order === 'II*\0')
  return wholeIf(
    directory?.(IMAGE_WIDTH) !== undefined &&
      places.some(([offsets, lengths]) => {
        const starts = directory(offsets)
        const counts = directory(lengths)
        return starts?.every((start, index) => start + (counts?.[index] ?? 0) <= bytes.length)
      }),
  )
}

type Directory = (tag: number) => number[] | undefined

/** The numbers that stand under a tag of the first directory: entries of tag, type, count, and a value or where it is. */
function readDirectory(bytes: Buffer, isLittle: boolean): Directory | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fits = (at: number, size: number) => at >= 8 && at + size <= bytes.length
  if (bytes.length < 10) return undefined
  const at = view.getUint32(4, isLittle)
  if (!fits(at, 2)) return undefined
  const entries = view.getUint16(at, isLittle)
  if (!fits(at, 2 + entries * 12)) return undefined
  const positions = Array.from({ length: entries }, (_, index) => at + 2 + index * 12)
  return (tag) => {
    const entry = positions.find((position) => view.getUint16(position, isLittle) === tag)
    if (entry === undefined) return undefined
    const size = view.getUint16(entry + 2, isLittle) === 3 ? 2 : 4
    const count = view.getUint32(entry + 4, isLittle)
    const from = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle)
    if (count === 0 || !fits(from, count * size)) return undefined
    return Array.from({ length: count }, (_, index) =>
      size === 2 ? view.getUint16(from + index * 2, isLittle) : view.getUint32(from + index * 4, isLittle),
    )
  }
}
