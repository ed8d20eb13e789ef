import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { createTransport, type MailTransport, poolOptions, type TransportOptions } from './transport'

const mail = {
  envelope: { from: 'no-reply@portal.example', to: 'anna.petrova@mail.example' },
  raw: Buffer.from('Subject: test\r\nMessage-ID: <1@portal.example>\r\n\r\nfirst\r\n.\r\n..last\r\n'),
}

const cleanups: (() => void)[] = []
afterEach(() => cleanups.splice(0).forEach((cleanup) => cleanup()))

/** An SMTP server on a free port of loopback, and a transport that speaks to it. */
async function converse(server: SMTPServerOptions, options: TransportOptions & { host?: string } = {}) {
  const sockets: Socket[] = []
  const smtp = new SMTPServer({ authOptional: true, disableReverseLookup: true, logger: false, ...server })
  smtp.on('error', () => undefined)
  const listener = smtp.listen(0, '127.0.0.1')
  listener.on('connection', (socket: Socket) => sockets.push(socket))
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  const transport = createTransport(`smtp://${options.host ?? '127.0.0.1'}:${port}`, options)
  cleanups.push(() => {
    transport.close()
    sockets.forEach((socket) => socket.destroy())
    smtp.close()
  })
  return { transport, sockets, port, drop: () => sockets.at(-1)?.destroy() }
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

describe('a message that is accepted', () => {
  it('arrives byte for byte, at the recipient of the envelope', async () => {
    let received = ''
    let recipients: string[] = []
    const { transport } = await converse({
      onData(stream, session, done) {
        recipients = session.envelope.rcptTo.map(({ address }) => address)
        void text(stream).then((body) => {
          received = body
          done(null, `queued as 4BxT9 for <${recipients[0]}>`)
        })
      },
    })
    expect(await transport.send(mail)).toEqual({ outcome: 'accepted', response: '250 queued as 4BxT9 for <address>' })
    expect(received).toBe(mail.raw.toString())
    expect(recipients).toEqual([mail.envelope.to])
  })

  it('shares a connection with the next one', async () => {
    const { transport, sockets } = await converse({})
    for (const _ of [1, 2, 3]) expect(await transport.send(mail)).toMatchObject({ outcome: 'accepted' })
    expect(sockets).toHaveLength(1)
  })

  it('may be sent twice at once', async () => {
    const { transport } = await converse({})
    const results = await Promise.all([transport.send(mail), transport.send(mail)])
    expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
  })
})

describe('a message that is refused', () => {
  it.each([
    [450, 'temporary', 'put-off'],
    [550, 'permanent', 'address-refused'],
  ] as const)('as a recipient with %i is %s', async (replyCode, outcome, finding) => {
    const { transport } = await converse({
      onRcptTo: ({ address }, _session, done) => done(refusal(replyCode, `5.1.1 <${address}>: no anna.petrova here`)),
    })
    const message = expect.stringMatching(/^\d{3} 5\.1\.1 <address>: no <address> here$/)
    expect(await transport.send(mail)).toEqual({ outcome, finding, code: String(replyCode), message })
  })

  it.each([
    [451, 'temporary', 'put-off'],
    [554, 'permanent', 'letter-refused'],
  ] as const)('after the final dot with %i is %s', async (replyCode, outcome, finding) => {
    const { transport } = await converse({
      onData: (stream, _session, done) => stream.resume().on('end', () => done(refusal(replyCode, 'no'))),
    })
    const message = `${replyCode} no`
    expect(await transport.send(mail)).toEqual({ outcome, finding, code: String(replyCode), message })
  })

  it('for its sender is temporary: the fault is ours', async () => {
    const { transport } = await converse({ onMailFrom: (_address, _session, done) => done(refusal(550, 'no')) })
    expect(await transport.send(mail)).toMatchObject({ outcome: 'temporary', finding: 'not-let-in', code: '550' })
  })

  it('leaves the connection fit for the next message', async () => {
    let first = true
    const { transport } = await converse({
      onRcptTo(_address, _session, done) {
        done(first ? refusal(550, 'no') : null)
        first = false
      },
    })
    expect(await transport.send(mail)).toMatchObject({ outcome: 'permanent' })
    expect(await transport.send(mail)).toMatchObject({ outcome: 'accepted' })
  })

  it.each(['anna.petrova@mail.example>\r\nRCPT TO:<eve@mail.example', 'anna.petrova@mail.example, eve@mail.example'])(
    'for the address %j never reaches the wire',
    async (to) => {
      const { transport, sockets } = await converse({})
      const result = await transport.send({ ...mail, envelope: { ...mail.envelope, to } })
      expect(result).toEqual({
        outcome: 'permanent',
        finding: 'bad-address',
        code: 'bad-address',
        message: 'Mail refused: bad-address',
      })
      expect(sockets).toHaveLength(0)
    },
  )
})

describe('a connection that is lost', () => {
  it('after the final dot leaves the outcome unknown, and the message is sent once', async () => {
    let arrived = 0
    const { transport, drop } = await converse({
      onData: (stream) =>
        void stream.resume().on('end', () => {
          arrived += 1
          drop()
        }),
    })
    expect(await transport.send(mail)).toEqual({ outcome: 'unknown' })
    expect(arrived).toBe(1)
  })

  it('after the final dot of a second message leaves that one unknown too', async () => {
    let arrived = 0
    const { transport, drop } = await converse({
      onData: (stream, _session, done) =>
        void stream.resume().on('end', () => {
          arrived += 1
          if (arrived === 1) done()
          else drop()
        }),
    })
    expect(await transport.send(mail)).toMatchObject({ outcome: 'accepted' })
    expect(await transport.send(mail)).toEqual({ outcome: 'unknown' })
    expect(arrived).toBe(2)
  })

  it(
    'by our patience, with the server or in all, after the final dot leaves it unknown',
    { timeout: 15_000 },
    async () => {
      const mute: SMTPServerOptions = { onData: (stream) => void stream.resume() }
      const silent = await converse(mute, { silenceTimeout: 3000 })
      const late = await converse(mute, { deadline: 3000 })
      const results = await Promise.all([silent.transport.send(mail), late.transport.send(mail)])
      expect(results).toEqual([{ outcome: 'unknown' }, { outcome: 'unknown' }])
    },
  )

  it('upon DATA, before a byte of the message, is temporary', async () => {
    const { transport, drop } = await converse({ onData: () => drop() })
    expect(await transport.send(mail)).toMatchObject({ outcome: 'temporary', code: 'ECONNECTION' })
  })

  it('before the message is temporary', async () => {
    const { transport, drop } = await converse({ onMailFrom: () => drop() })
    expect(await transport.send(mail)).toMatchObject({ outcome: 'temporary', code: 'ECONNECTION' })
  })

  it('at once, with nobody listening, is temporary', async () => {
    const { port, transport: idle } = await converse({})
    cleanups.splice(0).forEach((cleanup) => cleanup())
    idle.close()
    const transport: MailTransport = createTransport(`smtp://127.0.0.1:${port}`)
    expect(await transport.send(mail)).toMatchObject({
      outcome: 'temporary',
      finding: 'unreachable',
      code: 'ECONNREFUSED',
    })
    transport.close()
  })

  it('by our own hand is temporary', async () => {
    const { transport } = await converse({})
    transport.close()
    expect(await transport.send(mail)).toMatchObject({ outcome: 'temporary', code: 'ECONNECTION' })
  })
})

describe('TLS', () => {
  it('is demanded beyond loopback, or not a word is said', async () => {
    const senders: string[] = []
    const onMailFrom: SMTPServerOptions['onMailFrom'] = ({ address }, _session, done) => {
      senders.push(address)
      done()
    }
    // 0.0.0.0 leads to this machine and is no loopback address by name.
    const plain = await converse({ disabledCommands: ['STARTTLS'], onMailFrom }, { host: '0.0.0.0' })
    expect(await plain.transport.send(mail)).toMatchObject({ outcome: 'temporary' })
    const selfSigned = await converse({ onMailFrom }, { host: '0.0.0.0' })
    expect(await selfSigned.transport.send(mail)).toMatchObject({ outcome: 'temporary' })
    expect(senders).toEqual([])
  })

  it.each([
    ['smtp://mail.example', {}, { host: 'mail.example', port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtp://mail.example', { allowPlaintext: true }, { requireTLS: false, ignoreTLS: false }],
    ['smtps://mail.example', {}, { port: 465, secure: true, requireTLS: false }],
    ['smtp://localhost', {}, { port: 25, secure: false, requireTLS: false, ignoreTLS: true }],
    ['smtp://[::1]:2525', {}, { host: '::1', port: 2525, requireTLS: false }],
    ['smtp://127.0.0.1.mail.example', {}, { requireTLS: true }],
    ['smtp://mail.example?requireTLS=false&ignoreTLS=true', {}, { requireTLS: true, ignoreTLS: false }],
    ['smtp://portal:p%40ss@mail.example:2525', {}, { port: 2525, auth: { user: 'portal', pass: 'p@ss' } }],
  ])('follows from %s and %j', (url, options, expected) => {
    const made = poolOptions(url, options)
    expect(made).toMatchObject(expected)
    expect(made.tls).toEqual({ minVersion: 'TLSv1.2' })
  })

  it.each(['http://mail.example', 'mail.example:25', 'smtp://'])('is no matter for %s', (url) => {
    expect(() => poolOptions(url)).toThrow(TypeError)
  })
})
