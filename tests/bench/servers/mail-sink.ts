import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface MailSink {
  url: string
  /** When each letter was taken, in milliseconds of `performance.now()`. */
  taken: number[]
  /** Resolves when so many letters were taken. */
  reached(count: number): Promise<void>
  stop(): Promise<void>
}

/** A mail server that takes everything, keeps nothing, and does as little else as it can. */
export async function startMailSink(): Promise<MailSink> {
  const taken: number[] = []
  const events = new EventEmitter()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onData: (stream, _session, done) => {
      stream.resume().once('end', () => {
        taken.push(performance.now())
        events.emit('mail')
        done()
      })
    },
  })
  server.on('error', () => {}) // a client that hangs up is no fault of ours
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    reached: async (count) => {
      while (taken.length < count) await once(events, 'mail')
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
