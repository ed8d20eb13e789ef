import { describe, expect, it } from 'vitest'
import { attachmentNamed } from './download'

describe('the name of a download', () => {
  it.each([
    ['passport.pdf', 'attachment; filename="passport.pdf"'],
    ['my scan (1).pdf', 'attachment; filename="my scan (1).pdf"'],
    ['100%.pdf', `attachment; filename="100_.pdf"; filename*=UTF-8''100%25.pdf`],
    ['café.pdf', `attachment; filename="cafe.pdf"; filename*=UTF-8''caf%C3%A9.pdf`],
    [
      "скан 'новый' (1).pdf",
      `attachment; filename="____ '_____' (1).pdf"; filename*=UTF-8''%D1%81%D0%BA%D0%B0%D0%BD%20%27%D0%BD%D0%BE%D0%B2%D1%8B%D0%B9%27%20%281%29.pdf`,
    ],
    ['😀.png', `attachment; filename="_.png"; filename*=UTF-8''%F0%9F%98%80.png`],
  ])('%j', (name, header) => {
    expect(attachmentNamed(name)).toBe(header)
    expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header)
    const [, encoded] = /filename\*=UTF-8''(\S+)$/.exec(header) ?? []
    if (encoded) expect(decodeURIComponent(encoded)).toBe(name)
  })
})
