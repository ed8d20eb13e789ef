import { describe, expect, it } from 'vitest'
import { fileLimits } from '@/lib/documents/limits'
import { firstLook, isSameContent } from './first-look'

const limits = { accept: fileLimits.accept, bytes: 100 }
const file = (name: string, text: string) => new File([Buffer.from(text, 'latin1')], name)

describe('a file that is picked', () => {
  it.each([
    ['письмо.docx', 'PK\u0003\u0004rest', 'file-office'],
    ['письмо.doc', '\u00d0\u00cf\u0011\u00e0rest', 'file-office'],
    ['письмо.pdf', '{\\rtf1', 'file-office'],
    ['снимки.zip', 'PK\u0003\u0004rest', 'file-archive'],
    ['снимки.rar', 'Rar!rest', 'file-archive'],
    ['кино.mp4.txt', 'hello', 'file-type'],
    ['пусто.pdf', '', 'file-empty'],
    ['много.pdf', 'x'.repeat(101), 'file-too-large'],
  ])('%s is told at once', async (name, text, fault) => expect(await firstLook(file(name, text), limits)).toBe(fault))

  it.each([
    ['скан.PDF', '%PDF-1.7'],
    ['снимок', '\u00ff\u00d8\u00ff\u00e0'],
    ['снимок.jfif', '\u00ff\u00d8\u00ff\u00e0'],
    ['фото.heic', '\0\0\0\u0018ftypheic'],
    ['фото', '\0\0\0\u0018ftypheic'],
    ['подпись.sig', 'MIIB'],
    // What is in it, the server finds.
    ['чек.pdf', '<script>'],
  ])('%s may be taken', async (name, text) => expect(await firstLook(file(name, text), limits)).toBeUndefined())

  it('is the same as another by its name, size and content', async () => {
    const one = file('a.pdf', '%PDF-1')
    expect(await isSameContent(one, file('a.pdf', '%PDF-1'))).toBe(true)
    expect(await isSameContent(one, file('a.pdf', '%PDF-2'))).toBe(false)
    expect(await isSameContent(one, file('b.pdf', '%PDF-1'))).toBe(false)
    expect(await isSameContent(one, file('a.pdf', '%PDF-11'))).toBe(false)
  })
})
