import { describe, expect, it } from 'vitest'
import { csvLine } from './csv'

describe('csvLine', () => {
  it('quotes what would break a line', () => {
    expect(csvLine(['a;b', 'say "x"', 'two\nlines', null, 'plain'])).toBe('"a;b";"say ""x""";"two\nlines";;plain\r\n')
  })

  it.each(['=1+1', '+7', '-1', '@sum', '\tx'])('makes plain text of %j', (formula) => {
    expect(csvLine([formula])).toBe(`'${formula}\r\n`)
  })
})
