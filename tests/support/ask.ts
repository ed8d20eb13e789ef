import { request } from 'node:http'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  ms: number
}

export interface Question {
  method?: string
  /** As they are, whatever a browser would make of them. */
  headers?: Record<string, string>
  body?: Buffer | string
  /** Another address of this machine, to be another source: 127.0.0.2. */
  from?: string
}

/** Asks a server for a path exactly as it is written: no client in between puts anything right. */
export function askAt(
  url: string,
  path: string,
  { method = 'GET', headers = {}, body, from }: Question = {},
): Promise<Answer> {
  const { port, host } = new URL(url)
  const begin = performance.now()
  return new Promise((resolve, reject) => {
    const isChunked = 'transfer-encoding' in headers
    const length = body === undefined || isChunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const asked = request({
      ...{ hostname: '127.0.0.1', port, path, method, agent: false, localAddress: from ?? '127.0.0.1' },
      headers: { host, ...length, ...headers },
    })
    asked.once('error', reject)
    asked.once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, ms: performance.now() - begin })
      })
    })
    asked.end(body)
  })
}
