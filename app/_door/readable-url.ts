// Next decodes a segment more than once, and a percent sign that survives the first time ends it. No address of ours has one.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNREADABLE = /[\u0000-\u001f\u007f\\%]/
const NUL = /%00/

/** Whether an address can be one of ours: origin-form, decodable, without control characters. */
export function isReadable(url: string): boolean {
  const [path = '', query = ''] = url.split('?', 2)
  if (!path.startsWith('/') || NUL.test(query)) return false
  try {
    return !UNREADABLE.test(decodeURIComponent(path))
  } catch {
    return false
  }
}
