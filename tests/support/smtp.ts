import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** How the server treats a letter. */
export type Behaviour =
  | 'accept'
  /** 451 at the end of the data: try again later. */
  | 'reject-temporarily'
  /** 550 for each recipient: never try again. */
  | 'reject-permanently'
  /** Takes the letter and never answers. */
  | 'stall'
  /** Takes the whole letter, keeps it, and hangs up before its answer: was it delivered? */
  | 'drop-after-dot'

export interface ReceivedMail {
  /** The envelope's recipients. */
  to: string[]
  from: string
  raw: Buffer
  email: Email
}

export interface TestSmtp {
  url: string
  port: number
  /** Every letter that was taken, in order; with `drop-after-dot` too. */
  mails: ReceivedMail[]
  /** The first letter, past or to come, that fits. */
  waitForMail(fits: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>
  /** From the next letter on; `times` letters, then `accept` again. */
  behave(behaviour: Behaviour, times?: number): void
  /** Resolves when a letter has met `behaviour`. */
  waitForBehaviour(behaviour: Behaviour): Promise<void>
  stop(): Promise<void>
}

/** A real mail server on a free port of the loopback. */
export async function startSmtp(port = 0): Promise<TestSmtp> {
  const mails: ReceivedMail[] = []
  const events = new EventEmitter().setMaxListeners(0)
  let behaviour: Behaviour = 'accept'
  let left = Infinity
  const spend = () => {
    const now = behaviour
    if (--left <= 0) [behaviour, left] = ['accept', Infinity]
    queueMicrotask(() => events.emit(now))
    return now
  }
  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })
  const keep = async (raw: Buffer, { envelope }: SMTPServerSession) => {
    const from = envelope.mailFrom ? envelope.mailFrom.address : ''
    mails.push({ raw, from, to: envelope.rcptTo.map(({ address }) => address), email: await PostalMime.parse(raw) })
    events.emit('mail')
  }
  const hangUp = (session: SMTPServerSession) => {
    for (const connection of server.connections) {
      if (connection.session.id === session.id) connection._socket.destroy()
    }
  }

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onRcptTo: (_address, _session, done) => {
      if (behaviour === 'reject-permanently') return done((spend(), refusal(550, 'No such mailbox')))
      done()
    },
    onData: (stream, session, done) => {
      const receive = async () => {
        const raw = await buffer(stream)
        const now = spend()
        if (now === 'reject-temporarily') throw refusal(451, 'Try again later')
        if (now === 'stall') return
        await keep(raw, session)
        if (now === 'drop-after-dot') hangUp(session)
        else done()
      }
      receive().catch(done)
    },
  })
  server.on('error', () => {}) // clients that hang up are what some tests are about
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address() as AddressInfo

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    mails,
    async waitForMail(fits) {
      for (;;) {
        const mail = mails.find(fits)
        if (mail) return mail
        await once(events, 'mail')
      }
    },
    behave: (next, times = Infinity) => void ([behaviour, left] = [next, times]),
    waitForBehaviour: async (met) => void (await once(events, met)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
