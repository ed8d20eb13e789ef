import type { IncomingMessage } from 'node:http'
import { type Grammar, plainArguments, plainCall, scriptedCall } from './action-call'
import type { Field } from './field'
import { copyOf } from './copy'
import { Documents } from './documents'
import { encodeForm, type Part, readForm } from './form'
import { bodyLimits, type Weight, weights } from './limits'
import { Refused } from './refused'

export const hasBody = ({ method, headers }: IncomingMessage): boolean =>
  method !== 'GET' && method !== 'HEAD' && ('content-length' in headers || 'transfer-encoding' in headers)

const isForm = ({ headers }: IncomingMessage): boolean => /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')

export function weightOf({ headers }: IncomingMessage): Weight {
  const bytes = Number(headers['content-length'] ?? Infinity)
  if (bytes <= weights.small) return 'small'
  return bytes <= weights.light ? 'light' : 'heavy'
}

export interface Read {
  /** What the pages see. */
  req: IncomingMessage
  /** The fields of a form that a browser sent by itself. */
  form: readonly Field[] | undefined
}

/** The request with its body read, bounded and in a shape that costs no more than its length. Throws `Refused`. */
export async function readBody(
  req: IncomingMessage,
  source: string,
  isKnown: (action: string) => boolean,
): Promise<Read> {
  if (Number(req.headers['content-length'] ?? 0) > bodyLimits.whole) throw new Refused('tooLarge')
  const action = req.headers['next-action']
  const isScripted = action !== undefined
  if (isScripted && !isKnown(String(action))) throw new Refused('renewed')
  if (isForm(req)) {
    const boundary = `portal-${crypto.randomUUID()}`
    const grammar = plainCall(isKnown)
    const parts = await readParts(req, source, isScripted ? scriptedCall : grammar)
    if (!isScripted && !grammar.isWhole()) throw new Refused('malformed')
    return {
      req: withBody(req, encodeForm(parts, boundary), `multipart/form-data; boundary=${boundary}`),
      form: isScripted ? undefined : parts.filter((part) => 'value' in part),
    }
  }
  const body = await readText(req)
  if (!isScripted) return { req: withBody(req, body), form: undefined }
  const list = plainArguments(body.toString())
  if (list === undefined) throw new Refused('malformed')
  return { req: withBody(req, Buffer.from(list)), form: undefined }
}

/** Documents first: React wants the fields of a form before the call that it belongs to. */
async function readParts(req: IncomingMessage, source: string, grammar: Grammar): Promise<Part[]> {
  const documents = new Documents(req.url ?? '', source)
  try {
    if (grammar === scriptedCall) documents.expect()
    const parts = await readForm(req, grammar, documents)
    return [...(await documents.receive()), ...parts]
  } finally {
    await documents.abandon()
  }
}

async function readText(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > bodyLimits.text) throw new Refused('tooLarge')
  }
  return Buffer.concat(chunks)
}

/** As it would have come with this body. */
function withBody(req: IncomingMessage, body: Buffer, contentType = req.headers['content-type']): IncomingMessage {
  const { 'transfer-encoding': _chunked, ...headers } = req.headers
  const length = { 'content-length': String(body.length) }
  return copyOf(req, { headers: { ...headers, ...length, ...(contentType && { 'content-type': contentType }) }, body })
}
