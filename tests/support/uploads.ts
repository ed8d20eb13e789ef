import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { basename, join } from 'node:path'
import { sampleScan } from '@/lib/demo/sample-scan'
import { formsOf } from '../attacks/helpers/forms'
import type { BuiltWeb } from './built-web'

/** A scan that weighs so many bytes: readers do not mind what follows the end of a PDF. */
export function scanOf(bytes: number): Buffer {
  const scan = sampleScan('A scan')
  return Buffer.concat([scan, Buffer.alloc(bytes - scan.length, '\n')])
}

export interface Sending {
  /** As the proxy before the portal sees it; `trusting` settings let it be believed. */
  source?: string
  files?: { name: string; bytes: Buffer }[]
  typed?: Record<string, string>
  headers?: Record<string, string>
}

/** This machine is a proxy: a test speaks for many people. */
export const trusting = { TRUSTED_PROXIES: '127.0.0.1,::1' }

const path = '/ru/imed/new/access'

/** What fills the form in, so that it is filed. */
export const filed = {
  ...{ requesterType: 'subject', 'subject.lastName': 'Иванова', 'subject.firstName': 'Анна', intent: 'file' },
  ...{ 'contact.email': 'ivanova@patients.example', 'signature.statement?': 'on', 'signature.name': 'Иванова Анна' },
}

/** What the filing form of a clinic holds before anything is typed: which action it is for, and which kind. */
export async function hiddenFields({ url }: BuiltWeb) {
  const html = await (await fetch(url + path)).text()
  const fields = formsOf(html).find((form) => form.some(([name]) => name === 'contact.email')) ?? []
  return fields.filter(([name]) => name.startsWith('$ACTION_') || name === 'kind' || name === 'locale')
}

/** The filing form of a clinic, as a browser without scripts has it, ready to be sent any number of times. */
export async function filingForm(web: BuiltWeb) {
  const { url } = web
  const own = await hiddenFields(web)
  return async ({ source, files = [], typed = {}, headers = {} }: Sending = {}) => {
    const pieces = [...own, ...Object.entries(typed)].map(([name, value]) => `${head(name)}\r\n\r\n${value}\r\n`)
    const body = [
      ...pieces,
      ...files.flatMap(({ name, bytes }) => [`${head('files')}; filename="${name}"\r\n\r\n`, bytes, '\r\n']),
      '--upload--\r\n',
    ].map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece))
    const { status, text } = await post(url, body, {
      ...{ origin: url, 'content-type': 'multipart/form-data; boundary=upload' },
      ...(source && { 'x-forwarded-for': source }),
      ...headers,
    })
    const tokens = [...text.matchAll(/name="uploads\[\]"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="uploads\[\]"/g)]
    return { status, text, tokens: tokens.map(([, one, other]) => one ?? other ?? '') }
  }
}

const head = (name: string) => `--upload\r\nContent-Disposition: form-data; name="${name}"`

/** On a connection of its own: none is found closed when it is used again. */
function post(url: string, body: readonly Buffer[], headers: Record<string, string>) {
  const { hostname, port } = new URL(url)
  const length = String(body.reduce((sum, piece) => sum + piece.length, 0))
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = { 'content-length': length, ...headers }
    const sending = request({ hostname, port, path, method: 'POST', agent: false, headers: sent })
    sending.once('error', reject).once('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).once('error', reject)
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
    })
    for (const piece of body) sending.write(piece)
    sending.end()
  })
}

/** Resident memory of a process, in bytes. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024

/** The names of what lies in the data folder. */
export function storedFiles(dataDir = process.env['DATA_DIR'] ?? ''): string[] {
  const folder = join(dataDir, 'files')
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => basename(name))
}
