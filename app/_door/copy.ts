import { IncomingMessage } from 'node:http'

interface Changes {
  method?: string
  url?: string
  headers: IncomingMessage['headers']
  body?: Buffer
}

/** The request as it would have come with these changes; its body has been read. */
export function copyOf(req: IncomingMessage, { body, ...changes }: Changes): IncomingMessage {
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, socket } = req
  const copy = Object.assign(new IncomingMessage(socket), {
    ...{ method, url, httpVersion, httpVersionMajor, httpVersionMinor, complete: true },
    ...changes,
  })
  copy.rawHeaders = Object.entries(copy.headers).flatMap(([name, value]) => [name, String(value)])
  if (body) copy.push(body)
  copy.push(null)
  return copy
}
