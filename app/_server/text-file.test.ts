import { describe, expect, it } from 'vitest'
import { textFile } from './text-file'

const form = (bytes: Uint8Array<ArrayBuffer>, name = 'days.csv') => {
  const data = new FormData()
  data.append('file', new File([bytes], name))
  return data
}

describe('textFile', () => {
  it('reads UTF-8, and what a Russian Windows writes', async () => {
    expect(await textFile(form(new TextEncoder().encode('Выходной')))).toBe('Выходной')
    expect(await textFile(form(new Uint8Array([0xc2, 0xfb, 0xf5, 0xee, 0xe4, 0xed, 0xee, 0xe9])))).toBe('Выходной')
  })

  it('reads what Excel calls Unicode text', async () => {
    const text = new Uint8Array([
      0xff,
      0xfe,
      ...Buffer.from('date\tkind\tnote\r\n01.01.2027\tholiday\tВыходной', 'utf16le'),
    ])
    expect(await textFile(form(text))).toBe('date\tkind\tnote\r\n01.01.2027\tholiday\tВыходной')
  })

  it('reads UTF-16 in the other order of bytes', async () => {
    const text = Buffer.from('\uFEFFdate;kind', 'utf16le').swap16()
    expect(await textFile(form(new Uint8Array(text)))).toBe('date;kind')
  })

  it('is nothing where no file was chosen', async () => {
    expect(await textFile(form(new Uint8Array(), ''))).toBeUndefined()
    expect(await textFile(new FormData())).toBeUndefined()
  })
})
