/**
 * How a browser is told to keep a file, and under which name (RFC 6266): in full for those that know RFC 8187, in ASCII for the
 * others. `name` is one that `safeFileName` has made.
 */
export function attachmentNamed(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]|["\\%]/gu, '_')
  return ascii === name
    ? `attachment; filename="${name}"`
    : `attachment; filename="${ascii}"; filename*=UTF-8''${encode(name)}`
}

/** RFC 8187, 3.2.1: what `encodeURIComponent` leaves and a token of this header may not hold. */
const encode = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
