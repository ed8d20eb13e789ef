import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeFileName } from './file-name'

const pdf = ['.pdf'] as const
const signature = ['.p7s', '.sig'] as const

describe('the name of a file', () => {
  it.each([
    ['скан.pdf', 'скан.pdf'],
    ['Скан паспорта.PDF', 'Скан паспорта.pdf'],
    ['скан\u202Efdp.exe', 'сканfdp.pdf'],
    ['скан\u202Efdp', 'сканfdp.pdf'],
    ['letter.hta', 'letter.pdf'],
    ['letter.html', 'letter.pdf'],
    ['letter.pdf.lnk', 'letter.pdf'],
    ['letter.js', 'letter.js.pdf'],
    ['доверенность от 01.03.2026', 'доверенность от 01.03.2026.pdf'],
    ['C:\\Users\\Anna\\скан.pdf', 'скан.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\скан.pdf', 'скан.pdf'],
    ['скан\u0000\r\n.pdf', 'скан.pdf'],
    ['a<b>c:d"e|f?g*.pdf', 'a_b_c_d_e_f_g_.pdf'],
    ['Справка %22Имед%22.pdf', 'Справка _Имед_.pdf'],
    ['CON', '_CON.pdf'],
    ['nul.pdf', '_nul.pdf'],
    ['com1.tar.pdf', '_com1.tar.pdf'],
    ['LPT¹.pdf', '_LPT¹.pdf'],
    ['console.pdf', 'console.pdf'],
    ['.pdf', 'file.pdf'],
    ['. . .', 'file.pdf'],
    ['', 'file.pdf'],
    ['\u200B\u202E', 'file.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['скан.pdf. ', 'скан.pdf'],
  ])('%j is stored as %j', (given, stored) => expect(safeFileName(given, pdf)).toBe(stored))

  it.each([
    ['договор.pdf.sig', 'договор.pdf.sig'],
    ['договор.SIG', 'договор.sig'],
    ['договор.p7s', 'договор.p7s'],
    ['подпись', 'подпись.p7s'],
    ['подпись.exe', 'подпись.p7s'],
  ])('%j of a signature is stored as %j', (given, stored) => expect(safeFileName(given, signature)).toBe(stored))

  it('is short enough for any disk, with no half a letter', () => {
    const long = safeFileName(`${'я'.repeat(300)}.pdf`, pdf)
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200)
    expect(long).toMatch(/^я{97}\.pdf$/)
    expect(safeFileName('😀'.repeat(100), pdf)).toMatch(/^(?:😀)+\.pdf$/u)
  })

  it('of a device is not longer than any other, and the same when it is read again', () => {
    const name = safeFileName(`NUL .${'я'.repeat(300)}`, pdf)
    expect(name).toMatch(/^_NUL \.я+\.pdf$/)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(safeFileName(name, pdf)).toBe(name)
  })

  it('is the same when it is read again, safe and of its kind', () => {
    const given = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.constantFrom('.pdf', '.exe', 'NUL', '/', '\\', '\u202E', ' ', '.', 'я'.repeat(80)),
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(given, fc.constantFrom(pdf, signature), (text, extensions) => {
        const name = safeFileName(text, extensions)
        expect(safeFileName(name, extensions)).toBe(name)
        expect(name).not.toMatch(/\p{Bidi_Control}|\p{Cc}|\p{Surrogate}|[/\\<>:"|?*]|^[. ]|[. ]$/u)
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
        expect(extensions.some((extension) => name.endsWith(extension))).toBe(true)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201)
      }),
    )
  })
})
