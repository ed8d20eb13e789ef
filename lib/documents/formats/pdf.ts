import { type Verdict, wholeIf } from './verdict'

/** Readers look for the header in so many bytes (Adobe's implementation note 13 to PDF 1.7): scanners put junk before it. */
const HEADER_WITHIN = 1024

/**
 * PDF (ISO 32000-1, 7.5): a header, an object, and a trailer that names the root and where to find it. What follows the end
 * is nobody's business; offsets that a mailer shifted are mended by every reader.
 */
export function judgePdf(bytes: Buffer): Verdict {
  const header = bytes.subarray(0, HEADER_WITHIN + 5).indexOf('%PDF-')
  if (header < 0) return 'other'
  const version = bytes.toString('latin1', header + 5, header + 8)
  const start = bytes.lastIndexOf('startxref')
  const offset = bytes.toString('latin1', start + 9, start + 40)
  return wholeIf(
    /^[12]\.\d$/.test(version) &&
      start > header &&
      /^\s+\d+\s/.test(offset) &&
      bytes.indexOf('%%EOF', start) > 0 &&
      bytes.indexOf(' obj', header) > 0 &&
      bytes.indexOf('/Root', header) > 0,
  )
}
