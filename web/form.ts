import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { Field, Grammar } from './action-call'
import { bodyLimits } from './limits'
import { Refused } from './refused'

/** A file as it goes on to the pages: a small one, for a file that they read themselves. */
export interface FilePart {
  name: string
  fileName: string
  mediaType: string
  bytes: Buffer
}
export type Part = Field | FilePart

// No field of ours has another name; what has is left out.
const NAME = /^[\w$.:[\]?-]{1,120}$/

/**
 * The parts of a multipart body, in their order, read as they come. Throws `Refused` as soon as there are too many or too
 * large ones, or some that our pages do not send.
 */
export async function readForm(req: IncomingMessage, grammar: Grammar): Promise<Part[]> {
  const parts: Promise<Part>[] = []
  let room: number = bodyLimits.text
  const form = openForm(req)
  const failed = new Promise<never>((_resolve, reject) => {
    const refuse = (why: ConstructorParameters<typeof Refused>[0]) => reject(new Refused(why))
    for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) form.once(limit, () => refuse('tooLarge'))
    form.once('error', () => refuse('malformed'))
    // A part may lack a name, whatever the parser's types say.
    form.on('field', (name: string | undefined, text, _nameCut, isCut) => {
      room -= text.length
      if (isCut || room < 0) return refuse('tooLarge')
      if (name === undefined || !NAME.test(name)) return
      // PostgreSQL has no text with a NUL, and nobody typed one.
      const value = grammar({ name, value: text.replaceAll('\0', '') })
      if (value === undefined) refuse('malformed')
      else parts.push(Promise.resolve({ name, value }))
    })
    form.on('file', (name: string | undefined, stream, fileName: string | undefined, _encoding, mediaType) => {
      if (name === undefined || !NAME.test(name)) return void stream.resume()
      const part = readFile(stream).then((bytes) => ({ name, fileName: fileName ?? '', mediaType, bytes }))
      part.catch(reject)
      parts.push(part)
    })
  })
  failed.catch(() => {})
  const orFailed = <T>(work: Promise<T>): Promise<T> => Promise.race([work, failed])
  const finished = new Promise<void>((resolve) => void form.once('finish', resolve))
  for await (const chunk of req.iterator({ destroyOnReturn: false })) await orFailed(written(form, chunk as Buffer))
  form.end()
  await orFailed(finished)
  return orFailed(Promise.all(parts))
}

function openForm(req: IncomingMessage) {
  const { text: _text, field, fields, files, file } = bodyLimits
  try {
    return new Busboy({
      headers: req.headers as BusboyHeaders,
      limits: { fieldSize: field, fields, files, fileSize: file, headerPairs: 20, headerSize: 8_192 },
    })
  } catch {
    throw new Refused('malformed')
  }
}

const written = (form: NodeJS.WritableStream, chunk: Buffer): Promise<void> =>
  new Promise((resolve) => void form.write(chunk, () => resolve()))

async function readFile(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The parts as a body again, every name and line of which we have written. */
export function encodeForm(parts: readonly Part[], boundary: string): Buffer {
  const chunks = parts.flatMap((part) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"`
    if ('value' in part) return [`${head}\r\n\r\n`, part.value, '\r\n']
    const fileName = part.fileName.replaceAll(/[\r\n"]/g, (char) => encodeURIComponent(char))
    return [`${head}; filename="${fileName}"\r\nContent-Type: ${mediaTypeOf(part)}\r\n\r\n`, part.bytes, '\r\n']
  })
  return Buffer.concat([...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk)))
}

const mediaTypeOf = ({ mediaType }: FilePart) =>
  /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream'
