import { SMTPServer } from 'smtp-server'
import { saveMail, type MailPlace } from '@/lib/demo-mail/store'

/** A mail server on the loopback that delivers nothing: each letter goes, sealed, to the demo's folder. */
export async function startMailCatcher(place: MailPlace): Promise<{ url: string; stop(): Promise<void> }> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        saveMail(Buffer.concat(chunks), place).then(
          () => done(),
          (error: Error) => done(error),
        )
      })
    },
  })
  server.on('error', () => {}) // a client that hangs up is no fault of ours
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (!address || typeof address !== 'object') throw new Error('the mail server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
