import { cleanLine } from './characters'

/** Bytes of UTF-8: file systems take 255, and a browser adds " (1)" or ".part". */
const MOST_BYTES = 200

/** What Windows reads as a device, whatever extension follows. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])$/i

/** What somebody gave as an extension: three to five letters and digits. */
const givenExtension = /\.[a-z][a-z\d]{2,4}$/i

/**
 * A name that any system can store and that shows what the file is: the name given, without its folders, without marks that
 * turn it round or mean something to a system, with one of the extensions of its kind, the first where it has none of them.
 */
export function safeFileName(given: string, extensions: readonly [string, ...string[]]): string {
  const [usual] = extensions
  const ownOf = (name: string) => extensions.find((extension) => name.toLowerCase().endsWith(extension))
  // Browsers write these three as %XX in the head of a part (WHATWG, multipart/form-data).
  const plain = given.replaceAll(/%(?:22|0D|0A)/gi, '_')
  const last = cleanLine(plain.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replace(/[. ]+$/, '')
  const base = ownOf(last) ? last : last.replace(givenExtension, '')
  const extension = ownOf(base)
  const bare = trimmed(extension ? base.slice(0, -extension.length) : base)
  const [device = ''] = bare.split('.')
  // Marked before it is cut: a name that is read again is not longer than it was.
  const marked = reserved.test(device.trim()) ? `_${bare}` : bare
  const stem = trimmed(cut(marked, MOST_BYTES - usual.length - 1)) || 'file'
  return `${stem}${extension ?? usual}`
}

/** Dots and blanks at either end hide a file or are dropped by Windows. */
const trimmed = (text: string): string => text.replace(/^[. ]+/, '').replace(/[. ]+$/, '')

/** The beginning of a text, of so many bytes at most and no half a letter. */
function cut(text: string, bytes: number): string {
  const encoder = new TextEncoder()
  let size = 0
  let end = 0
  for (const letter of text) {
    size += encoder.encode(letter).length
    if (size > bytes) break
    end += letter.length
  }
  return text.slice(0, end)
}
