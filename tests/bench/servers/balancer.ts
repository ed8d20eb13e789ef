import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

/** One port before several servers: each connection goes to the next of them. */
export async function startBalancer(urls: readonly string[]): Promise<{ url: string; stop(): Promise<void> }> {
  let turn = 0
  const server = createServer((client) => {
    const { hostname, port } = new URL(urls[turn++ % urls.length] ?? '')
    const upstream = connect(Number(port), hostname)
    client.pipe(upstream).pipe(client)
    for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
      one.setNoDelay(true).on('error', () => other.destroy())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, stop: () => new Promise((resolve) => void server.close(() => resolve())) }
}
