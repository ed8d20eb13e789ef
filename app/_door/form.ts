import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { Grammar } from './action-call'
import type { Field } from './field'
import { Documents } from './documents'
import { bodyLimits } from './limits'
import { type Refusal, Refused } from './refused'

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
 * The parts of a multipart body, in their order, read as they come; documents are taken in by the way. Throws `Refused` as
 * soon as there are too many or too large ones, or some that our pages do not send; then nothing is written any more.
 */
export async function readForm(req: IncomingMessage, grammar: Grammar, documents: Documents): Promise<Part[]> {
  const parts: Promise<Part | undefined>[] = []
  const files: Readable[] = []
  const form = openForm(req)
  let room: number = bodyLimits.text
  let isRenewed = false
  const failed = new Promise<never>((_resolve, reject) => {
    const refuse = (why: Refusal) => reject(new Refused(why))
    const spend = (length: number) => {
      room -= length
      if (room < 0) refuse('tooLarge')
    }
    for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) form.once(limit, () => refuse('tooLarge'))
    form.once('error', () => refuse('malformed'))
    // A part may lack a name, whatever the parser's types say.
    form.on('field', (name: string | undefined, text, _nameCut, isCut) => {
      spend(isCut ? Infinity : text.length)
      if (name === undefined || !NAME.test(name)) return
      // PostgreSQL has no text with a NUL, and nobody typed one.
      const value = grammar({ name, value: text.replaceAll('\0', '') })
      if (typeof value !== 'string') {
        if (value.why !== 'renewed') return reject(value)
        // Read to its end: whoever typed it is shown what went nowhere.
        isRenewed = true
        return undefined
      }
      if (name.startsWith('$ACTION_')) documents.expect()
      parts.push(Promise.resolve({ name, value }))
    })
    form.on('file', (name: string | undefined, bytes, fileName: string | undefined, _encoding, mediaType) => {
      if (name === undefined || !NAME.test(name) || isRenewed) return void bytes.resume()
      files.push(bytes.on('error', () => {}))
      const part = Documents.isOne(name)
        ? documents.take(name, fileName ?? '', bytes)
        : readFile(bytes, spend).then((all) => ({ name, fileName: fileName ?? '', mediaType, bytes: all }))
      part.catch(reject)
      parts.push(part)
    })
  })
  failed.catch(() => {})
  const orFailed = <T>(work: Promise<T>): Promise<T> => Promise.race([work, failed])
  const finished = new Promise<void>((resolve) => void form.once('finish', resolve))
  try {
    for await (const chunk of req.iterator({ destroyOnReturn: false })) await orFailed(written(form, chunk as Buffer))
    form.end()
    await orFailed(finished)
    const read = (await orFailed(Promise.all(parts))).filter((part) => part !== undefined)
    if (isRenewed)
      throw new Refused(
        'renewed',
        read.filter((part) => 'value' in part),
      )
    return read
  } catch (error) {
    for (const file of files) file.destroy(error as Error)
    await Promise.allSettled(parts)
    throw error
  }
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

async function readFile(stream: Readable, spend: (length: number) => void): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    spend(chunk.length)
    chunks.push(chunk)
  }
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
