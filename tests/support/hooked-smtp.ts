import { EventEmitter, on } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** A letter that came in full, its final dot included, whatever was answered to it. */
export interface Copy {
  messageId: string
  to: string
  raw: Buffer
}

/** Nothing: go on. An error: the reply with its `responseCode`. */
type Verdict = Error | 'hang-up' | undefined | void

/** What the server does at each moment of a conversation; a promise that never settles holds it there. */
export interface Hooks {
  connect?: () => Verdict | Promise<Verdict>
  rcpt?: () => Verdict | Promise<Verdict>
  /** DATA was said; not a byte of the letter is read yet. */
  data?: () => Verdict | Promise<Verdict>
  /** The final dot is there; nothing is answered yet. */
  dot?: (copy: Copy) => Verdict | Promise<Verdict>
}

export interface HookedSmtp {
  url: string
  copies: Copy[]
  /** From now on. */
  use(hooks: Hooks): void
  /** Resolves when the letters that came suffice. */
  until(isEnough: (copies: readonly Copy[]) => boolean): Promise<void>
  stop(): Promise<void>
}

export const reply = (responseCode: number) => Object.assign(new Error(`Reply ${responseCode}`), { responseCode })
export const forever = new Promise<never>(() => {})

/** A mail server on the loopback whose every answer a test can give, hold back or deny. */
export async function startHookedSmtp(port = 0): Promise<HookedSmtp> {
  const copies: Copy[] = []
  const events = new EventEmitter().setMaxListeners(0)
  let hooks: Hooks = {}
  const hangUp = (session: SMTPServerSession) => {
    for (const connection of server.connections) {
      if (connection.session.id === session.id) connection._socket.destroy()
    }
  }
  const settle = async (verdict: Verdict | Promise<Verdict>, session: SMTPServerSession, done: Done) => {
    const said = await verdict
    if (said === 'hang-up') hangUp(session)
    else done(said ?? null)
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onConnect: (session, done) => void settle(hooks.connect?.(), session, done),
    onRcptTo: (_address, session, done) => void settle(hooks.rcpt?.(), session, done),
    onData: (stream, session, done) => {
      const receive = async () => {
        const verdict = await hooks.data?.()
        if (verdict === 'hang-up') return hangUp(session)
        const raw = await buffer(stream)
        if (verdict) return done(verdict)
        const messageId = /^Message-ID: (\S+)/im.exec(raw.toString('latin1'))?.[1] ?? ''
        const copy = { messageId, to: session.envelope.rcptTo[0]?.address ?? '', raw }
        copies.push(copy)
        events.emit('copy')
        const said = await hooks.dot?.(copy)
        if (said instanceof Error) copies.splice(copies.indexOf(copy), 1) // refused: its recipient never sees it
        await settle(said, session, done)
      }
      receive().catch(done)
    },
  })
  server.on('error', () => {}) // clients that are killed are what the tests are about
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    copies,
    use: (next) => void (hooks = next),
    until: async (isEnough) => {
      const more = on(events, 'copy')
      while (!isEnough(copies)) await more.next()
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

type Done = (error?: Error | null) => void

export interface Tally {
  /** Different letters, and how many came more than once. */
  letters: number
  copies: number
  /** Letters whose copies differ in a single byte. */
  unlike: number
}

/** What the recipients would see. */
export function tally(copies: readonly Copy[]): Tally {
  const letters = [...Map.groupBy(copies, ({ messageId }) => messageId).values()]
  const isAlike = ([first, ...others]: Copy[]) => others.every(({ raw }) => first?.raw.equals(raw))
  return { letters: letters.length, copies: copies.length, unlike: letters.filter((each) => !isAlike(each)).length }
}
