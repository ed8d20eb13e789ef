import sharp from 'sharp'

/** In pixels, as large as it is shown on a fine screen, and how many colours; the first that is light enough is taken. */
const drawings = [
  { width: 320, height: 96, colours: 64 },
  { width: 320, height: 96, colours: 16 },
  { width: 200, height: 60, colours: 8 },
  { width: 160, height: 48, colours: 4 },
]
/** Characters of what is stored, which each page of the clinic carries. */
export const LOGO_LIMIT = 16_000
/** A small file may unfold into a picture that fills the memory. */
const MOST_PIXELS = 40_000_000
/**
 * A picture drawn anew, small, as the address that a page shows it by: nothing of the file itself is kept, neither its words
 * (where it was taken) nor anything that runs (SVG). Undefined for what is no picture.
 */
export async function drawLogo(file: Uint8Array): Promise<string | undefined> {
  try {
    const picture = sharp(file, { limitInputPixels: MOST_PIXELS }).rotate()
    for (const { width, height, colours } of drawings) {
      const small = picture.clone().resize({ width, height, fit: 'inside', withoutEnlargement: true })
      const png = await small.png({ palette: true, colours, effort: 7 }).toBuffer()
      const address = `data:image/png;base64,${png.toString('base64')}`
      if (address.length <= LOGO_LIMIT) return address
    }
  } catch {
    // Not a picture, or a broken one: its owner is told so.
  }
  return undefined
}
