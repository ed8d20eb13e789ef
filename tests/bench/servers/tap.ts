import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

/** One statement as it went to PostgreSQL. */
export interface Statement {
  text: string
  params: (string | null)[]
}

export interface Tap {
  /** The database's URL, by way of the tap. */
  url: string
  /** What went by while `work` ran. */
  listen(work: () => Promise<unknown>): Promise<Statement[]>
  stop(): Promise<void>
}

/** Stands between a web process and PostgreSQL and reads the statements off the wire, so that nothing is left out. */
export async function openTap(databaseUrl: string): Promise<Tap> {
  const target = new URL(databaseUrl)
  const heard: Statement[] = []
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    const read = readStatements((statement) => heard.push(statement))
    client.on('data', (bytes: Buffer) => {
      read(bytes)
      upstream.write(bytes)
    })
    upstream.on('data', (bytes) => client.write(bytes))
    for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
      one.on('close', () => other.destroy()).on('error', () => other.destroy())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    listen: async (work) => {
      heard.length = 0
      await work()
      return [...heard]
    },
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

/** Parses what one client sends: a simple Query, or Parse, Bind and Execute of the extended protocol. */
function readStatements(tell: (statement: Statement) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  let isStarted = false
  const texts = new Map<string, string>()
  let bound: Statement | undefined
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    for (;;) {
      // The first message of a connection has no type.
      const head = isStarted ? 1 : 0
      if (rest.length < head + 4) return
      const end = head + rest.readUInt32BE(head)
      if (rest.length < end) return
      const type = isStarted ? rest.toString('latin1', 0, 1) : ''
      const body = rest.subarray(head + 4, end)
      rest = rest.subarray(end)
      isStarted = true
      if (type === 'Q') tell({ text: textAt(body, 0).text, params: [] })
      if (type === 'P') {
        const name = textAt(body, 0)
        texts.set(name.text, textAt(body, name.next).text)
      }
      if (type === 'B') bound = readBind(body, texts)
      if (type === 'E' && bound) tell(bound)
    }
  }
}

function readBind(body: Buffer, texts: ReadonlyMap<string, string>): Statement {
  const name = textAt(body, textAt(body, 0).next)
  let at = name.next
  at += 2 + 2 * body.readUInt16BE(at)
  const count = body.readUInt16BE(at)
  at += 2
  const params = Array.from({ length: count }, () => {
    const length = body.readInt32BE(at)
    const from = at + 4
    at = from + Math.max(0, length)
    return length < 0 ? null : body.toString('utf8', from, at)
  })
  return { text: texts.get(name.text) ?? '', params }
}

function textAt(body: Buffer, from: number): { text: string; next: number } {
  const end = body.indexOf(0, from)
  return { text: body.toString('utf8', from, end), next: end + 1 }
}

const framing = /^\s*(begin|commit|rollback|select set_config\()/i

/** Those that ask or change something: not the frame of a transaction. */
export const askedOf = (statements: readonly Statement[]): Statement[] =>
  statements.filter(({ text }) => !framing.test(text))
