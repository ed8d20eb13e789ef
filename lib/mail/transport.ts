import { PassThrough } from 'node:stream'
import { createTransport as createMailer } from 'nodemailer'
import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool'
import { checkedAddress, isMailRefused } from './address'
import { classifyFailure, type Failure } from './policy'
import { redactReply } from './redact'

/** What became of one try. `response` and `message` hold no address; `code` is the SMTP reply code or a system code. */
export type SendResult =
  | { outcome: 'accepted'; response: string }
  | (Exclude<Failure, { outcome: 'unknown' }> & { code: string; message: string })
  | { outcome: 'unknown' }

/** One recipient a message, so that a result is about one person. `raw` are the bytes of `compileMail`. */
export interface OutgoingMail {
  envelope: { from: string; to: string }
  raw: Buffer
}

export interface MailTransport {
  /** Never throws for what a server or the network does: every end is a `SendResult`. */
  send(mail: OutgoingMail): Promise<SendResult>
  /** Lets messages in flight end, then closes the pool; `send` after it is `temporary`. */
  close(): void
}

export interface TransportOptions {
  /** Lets a server elsewhere be spoken to without TLS. For development only. */
  allowPlaintext?: boolean
  /** Milliseconds: to connect, of silence in a conversation, and for a message in all. */
  connectTimeout?: number
  silenceTimeout?: number
  deadline?: number
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

/**
 * The pool's options for an smtp:// or smtps:// URL. Only host, port, user and password are read: a query cannot turn
 * TLS or the check of certificates off. Beyond loopback a conversation without TLS is refused.
 */
export function poolOptions(smtpUrl: string, options: TransportOptions = {}): SMTPPoolOptions & { pool: true } {
  const url = new URL(smtpUrl)
  if (!/^smtps?:$/.test(url.protocol) || !url.hostname) throw new TypeError('SMTP URL must be smtp:// or smtps://')
  const secure = url.protocol === 'smtps:'
  const local = loopback.test(url.hostname)
  const silence = options.silenceTimeout ?? 120_000
  return {
    pool: true,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : local ? 25 : 587,
    secure,
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    requireTLS: !secure && !local && !options.allowPlaintext,
    // A relay of this machine seldom has a certificate for the name 'localhost'.
    ignoreTLS: !secure && local,
    tls: { minVersion: 'TLSv1.2' },
    maxConnections: 3,
    maxMessages: 100,
    // A pooled connection that the server closed while idle is replaced once; more tries are the policy's business.
    maxRequeues: 1,
    connectionTimeout: options.connectTimeout ?? 30_000,
    greetingTimeout: options.connectTimeout ?? 30_000,
    dnsTimeout: options.connectTimeout ?? 30_000,
    socketTimeout: silence,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  }
}

/** The parts of nodemailer's errors that tell where a conversation ended. */
interface SmtpError extends Error {
  code?: string
  originalCode?: string
  response?: string
  responseCode?: number
  command?: string
}

const isSmtpError = (error: unknown): error is SmtpError =>
  error instanceof Error && !(error instanceof TypeError) && !(error instanceof RangeError)

function failure(error: SmtpError, dotSent: boolean, addresses: readonly string[]): SendResult {
  const { code, originalCode, response, responseCode, command } = error
  const failed = classifyFailure({
    ...(responseCode === undefined ? {} : { replyCode: responseCode }),
    ...(command === undefined ? {} : { command }),
    ...(code === 'EENVELOPE' && { refusedHere: 'address' }),
    ...(code === 'EMESSAGE' && { refusedHere: 'letter' }),
    dotSent,
  })
  if (failed.outcome === 'unknown') return failed
  return {
    ...failed,
    code: responseCode === undefined ? (originalCode ?? code ?? 'ECONNECTION') : String(responseCode),
    message: redactReply(response ?? error.message, addresses),
  }
}

/**
 * A pooled SMTP client. `unknown` means that the connection was lost between the final dot and the server's reply; in
 * doubt, as when the dot may still have lain in a buffer of this machine, it is `unknown` too.
 */
export function createTransport(smtpUrl: string, options: TransportOptions = {}): MailTransport {
  const mailer = createMailer(poolOptions(smtpUrl, options))
  const deadline = options.deadline ?? 600_000
  const copies = new WeakMap<object, PassThrough[]>()

  // Only the last stream before the socket knows whether the message was read to its end, that is, the dot written.
  mailer.use('stream', ({ data, message }, done) => {
    message.processFunc((input) => {
      const output = new PassThrough()
      if (Buffer.isBuffer(data.raw)) copies.get(data.raw)?.push(output)
      return input.pipe(output)
    })
    done()
  })

  return {
    async send({ envelope, raw }) {
      // A view of its own, so that the same bytes sent twice at once are told apart.
      const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length)
      const streams: PassThrough[] = []
      copies.set(bytes, streams)
      const addresses = [envelope.to, envelope.from]
      try {
        const { response } = await mailer.sendMail({
          // Checked here too: nodemailer would read what it likes out of a malformed address.
          envelope: { from: checkedAddress(envelope.from), to: [checkedAddress(envelope.to)] },
          raw: bytes,
          signal: AbortSignal.timeout(deadline),
        })
        return { outcome: 'accepted', response: redactReply(response, addresses) }
      } catch (error) {
        if (isMailRefused(error)) {
          return { outcome: 'permanent', finding: 'bad-address', code: error.fault, message: error.message }
        }
        if (!isSmtpError(error)) throw error
        const dotSent = streams.some((stream) => stream.readableEnded)
        return failure(error, dotSent, addresses)
      }
    },
    close: () => mailer.close(),
  }
}
