import { createTransport } from 'nodemailer'
import { poolOptions } from '@/lib/mail/transport'
import { codeOf, fault, type Finding, ok } from './model'

const PATIENCE_MS = 10_000

const TODO: Record<string, string> = {
  EAUTH: 'Put the user and the password that the mail server knows into SMTP_URL',
  ETLS: 'Let the mail server offer TLS 1.2 with a certificate for its name, or use the name that its certificate has',
  EDNS: 'No machine has this name: mend the host of SMTP_URL, or DNS',
  ETIMEDOUT: 'Nothing answers: look at the firewall (many providers close port 25), or mend host and port of SMTP_URL',
  ECONNREFUSED: 'Nobody listens there: start the mail server, or mend host and port of SMTP_URL',
}
const OTHERWISE = 'Look into the log of the mail server, and mend SMTP_URL'

/** Speaks with the mail server as the worker does, up to the sign-in; no letter is sent. */
export async function examineRelay(smtpUrl: string, { allowPlaintext }: { allowPlaintext: boolean }): Promise<Finding> {
  const options = poolOptions(smtpUrl, { allowPlaintext, connectTimeout: PATIENCE_MS, silenceTimeout: PATIENCE_MS })
  const mailer = createTransport(options)
  const name = `${options.host}:${options.port}`
  try {
    await mailer.verify()
    const way = options.secure ? 'over TLS' : options.ignoreTLS ? 'on this machine, without TLS' : 'over STARTTLS'
    return ok('Mail server', `${name} greets ${way}${options.auth ? ', and takes the sign-in' : ''}`)
  } catch (error) {
    const [what, todo] = meaning(error)
    return fault('Mail server', `${name} ${what}`, todo)
  } finally {
    mailer.close()
  }
}

/** Certificates fail under the code of the socket; what went wrong is told by OpenSSL's. */
const CERTIFICATE = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/

function meaning(error: unknown): [what: string, todo: string] {
  const code = codeOf(error)
  const inner = error instanceof Error && 'originalCode' in error ? String(error.originalCode) : code
  const cause = CERTIFICATE.test(inner) || (error instanceof Error && /certificate/i.test(error.message))
  if (cause) return [`has a certificate that is not to be trusted (${inner})`, TODO['ETLS'] ?? OTHERWISE]
  const reply = error instanceof Error && 'responseCode' in error ? ` (${String(error.responseCode)})` : ` (${inner})`
  if (code === 'EAUTH') return [`refuses the sign-in${reply}`, TODO['EAUTH'] ?? OTHERWISE]
  if (code === 'ETLS') return ['offers no TLS, and nothing is said without it', TODO['ETLS'] ?? OTHERWISE]
  return [`does not greet${reply}`, TODO[inner] ?? TODO[code] ?? OTHERWISE]
}
