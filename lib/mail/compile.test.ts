import { createHash, createVerify, generateKeyPairSync } from 'node:crypto'
import PostalMime, { decodeWords } from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { emails } from '@/emails'
import { compileMail, type MailToCompile } from './compile'
import { renderEmail } from './render'

const mail: MailToCompile = {
  from: { name: 'Портал обращений', address: 'no-reply@portal.example' },
  to: 'anna.petrova@mail.example',
  subject: 'Обращение IM-2026-000123 зарегистрировано',
  html: '<p>Здравствуйте!</p>',
  text: 'Здравствуйте!\n\n.\nhttps://portal.example/c/7Kx2\n',
  messageId: '<01a-1@portal.example>',
  date: new Date('2026-12-01T09:30:00Z'),
  autoSubmitted: 'auto-generated',
}

const header = async (raw: Buffer, key: string) =>
  (await PostalMime.parse(raw)).headers.find((each) => each.key === key)?.value

describe('compileMail', () => {
  it('writes what a reader gets back', async () => {
    const parsed = await PostalMime.parse(await compileMail(mail))
    expect(parsed.subject).toBe(mail.subject)
    expect(parsed.from).toEqual(mail.from)
    expect(parsed.to).toEqual([{ name: '', address: mail.to }])
    expect(parsed.messageId).toBe(mail.messageId)
    expect(new Date(parsed.date!)).toEqual(mail.date)
    expect(parsed.html?.trim()).toBe(mail.html)
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd())
  })

  it('marks itself as automatic, so that nobody answers on leave', async () => {
    const raw = await compileMail(mail)
    expect(await header(raw, 'auto-submitted')).toBe('auto-generated')
    expect(await header(raw, 'x-auto-response-suppress')).toBe('All')
  })

  it('is 7-bit with CRLF line ends and no line over 998 bytes', async () => {
    const text = (await compileMail({ ...mail, text: 'Обращение '.repeat(1000) })).toString('latin1')
    expect(text).not.toMatch(/[^\t\r\n\x20-\x7e]/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
  })

  it('gives the same bytes twice, and other boundaries for another mail', async () => {
    const email = await renderEmail('request-received', emails['request-received'].sample, 'ru')
    const first = await compileMail({ ...mail, ...email })
    expect(first.equals(await compileMail({ ...mail, ...email }))).toBe(true)
    const other = await compileMail({ ...mail, ...email, messageId: '<01a-2@portal.example>' })
    expect(await header(first, 'content-type')).not.toBe(await header(other, 'content-type'))
  })

  it('adds the headers that it is asked for', async () => {
    const headers = { 'In-Reply-To': '<0@portal.example>', 'X-Portal': 'тест' }
    const raw = await compileMail({ ...mail, headers, listUnsubscribe: 'https://portal.example/digest/off' })
    expect(await header(raw, 'in-reply-to')).toBe('<0@portal.example>')
    expect(decodeWords((await header(raw, 'x-portal')) ?? '')).toBe('тест')
    expect(await header(raw, 'list-unsubscribe')).toBe('<https://portal.example/digest/off>')
  })

  it.each(['<1@localhost>', '<1@127.0.0.1>', '<1@[::1]>'])('takes the Message-ID %s', async (messageId) => {
    expect(await header(await compileMail({ ...mail, messageId }), 'message-id')).toBe(messageId)
  })

  it('writes a Cyrillic domain in its ASCII form', async () => {
    const raw = await compileMail({ ...mail, to: 'anna@почта.рф' })
    expect(await header(raw, 'to')).toBe('anna@xn--80a1acny.xn--p1ai')
  })
})

describe('what compileMail refuses', () => {
  const lineBreaks = ['\r\n', '\n', '\r', '\0', '\u2028']

  it.each(lineBreaks)('a line break in any header (%j)', async (lineBreak) => {
    const injected = `x${lineBreak}Bcc: eve@mail.example`
    const forged: Partial<MailToCompile>[] = [
      { subject: injected },
      { to: `anna@mail.example${lineBreak}Bcc: eve@mail.example` },
      { from: { name: injected, address: mail.from.address } },
      { from: { name: 'x', address: `a@portal.example${lineBreak}` } },
      { messageId: `<1@portal.example>${lineBreak}Bcc: eve@mail.example` },
      { headers: { 'X-Portal': injected } },
      { headers: { [`X-Portal${lineBreak}Bcc`]: 'eve@mail.example' } },
      { listUnsubscribe: `https://portal.example/${lineBreak}Bcc: eve@mail.example` },
    ]
    for (const values of forged) await expect(compileMail({ ...mail, ...values })).rejects.toThrow('Mail refused')
  })

  it.each([
    '',
    'anna',
    '@mail.example',
    'anna@',
    'anna@localhost',
    'anna@mail..example',
    'anna@-mail.example',
    'anna@[127.0.0.1]',
    'anna@mail.ex%61mple',
    'anna@mail.example\r\n',
    'anna@mail.example, eve@mail.example',
    'anna@mail.example,eve@mail.example',
    'Anna <anna@mail.example>',
    '"anna petrova"@mail.example',
    'анна@mail.example',
    'anna..petrova@mail.example',
    `${'a'.repeat(65)}@mail.example`,
  ])('the address %j', async (to) => {
    const failure = compileMail({ ...mail, to })
    await expect(failure).rejects.toMatchObject({ fault: 'bad-address', message: 'Mail refused: bad-address' })
  })

  it.each([
    'Bcc',
    'To',
    'from',
    'Subject',
    'Content-Type',
    'MIME-Version',
    'Auto-Submitted',
    'DKIM-Signature',
    'X Y',
    '',
  ])('the header %j from outside', async (name) => {
    await expect(compileMail({ ...mail, headers: { [name]: 'x' } })).rejects.toMatchObject({ fault: 'bad-header' })
  })

  it.each([
    [{ subject: ' ' }, 'empty-part'],
    [{ text: '' }, 'empty-part'],
    [{ html: '' }, 'empty-part'],
    [{ messageId: '01a@portal.example' }, 'bad-message-id'],
    [{ date: new Date(Number.NaN) }, 'bad-date'],
    [{ listUnsubscribe: 'javascript:alert(1)' }, 'bad-list-unsubscribe'],
  ])('%j', async (values, fault) => {
    await expect(compileMail({ ...mail, ...values })).rejects.toMatchObject({ fault })
  })
})

describe('DKIM', () => {
  const pem = { type: 'pkcs8', format: 'pem' } as const
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const dkim = { domain: 'portal.example', selector: 'mail', privateKey: rsa.privateKey.export(pem).toString() }

  /** A verifier of its own for relaxed/relaxed (RFC 6376 3.4), so that the signature is not checked by who made it. */
  function verifies(raw: Buffer): boolean {
    const [head = '', ...rest] = raw.toString('latin1').split('\r\n\r\n')
    const relax = (field: string) => {
      const [, name = '', value = ''] = /^([^:]+):(.*)$/s.exec(field) ?? []
      return `${name.toLowerCase()}:${value
        .replaceAll('\r\n', '')
        .replace(/[ \t]+/g, ' ')
        .trim()}`
    }
    const fields = head.split(/\r\n(?![ \t])/).map(relax)
    const signature = fields.find((field) => field.startsWith('dkim-signature:'))!
    const tag = (name: string) => new RegExp(`[:; ]${name}=([^;]*)`).exec(signature)![1]!.replaceAll(' ', '')
    const body = rest
      .join('\r\n\r\n')
      .replace(/[ \t]+/g, ' ')
      .replaceAll(' \r\n', '\r\n')
      .replace(/(\r\n)*$/, '\r\n')
    if (createHash('sha256').update(body, 'latin1').digest('base64') !== tag('bh')) return false
    const signed = tag('h')
      .split(':')
      .map((name) => fields.find((field) => field.startsWith(`${name}:`)))
    const unsigned = signature.replace(/ b=[^;]*$/, ' b=')
    return createVerify('sha256')
      .update([...signed, unsigned].join('\r\n'), 'latin1')
      .verify(rsa.publicKey, tag('b'), 'base64')
  }

  it('signs so that another implementation can verify it', async () => {
    const raw = await compileMail({ ...mail, dkim })
    expect(await header(raw, 'dkim-signature')).toMatch(/d=portal\.example;.*s=mail;/)
    expect(verifies(raw)).toBe(true)
    expect(verifies(Buffer.from(raw.toString('latin1').replace('Subject: ', 'Subject: x'), 'latin1'))).toBe(false)
  })

  it('gives the same signed bytes twice', async () => {
    expect((await compileMail({ ...mail, dkim })).equals(await compileMail({ ...mail, dkim }))).toBe(true)
  })

  it('does not send unsigned what it cannot sign', async () => {
    const privateKey = generateKeyPairSync('ed25519').privateKey.export(pem).toString()
    await expect(compileMail({ ...mail, dkim: { ...dkim, privateKey } })).rejects.toMatchObject({
      fault: 'bad-dkim-key',
    })
  })
})
