import { promises } from 'node:dns'
import type { AddressInfo } from 'node:net'
import dns2 from 'dns2'

/** What a name holds: texts, or that the server has a fault of its own. */
export type Names = Record<string, string[] | 'fault'>

const NO_SUCH_NAME = 3
const SERVER_FAULT = 2

/** A name server on the loopback, and a resolver that asks it alone. */
export async function startDns(names: Names): Promise<{ resolver: promises.Resolver; stop(): Promise<void> }> {
  const server = dns2.createServer({
    udp: true,
    handle: (request, send) => {
      const answer = dns2.Packet.createResponseFromRequest(request)
      const name = request.questions[0]?.name.toLowerCase() ?? ''
      const held = names[name]
      if (held === undefined) answer.header.rcode = NO_SUCH_NAME
      else if (held === 'fault') answer.header.rcode = SERVER_FAULT
      else {
        for (const data of held) {
          const { TYPE, CLASS, Resource } = dns2.Packet
          const record = new Resource({ name, type: TYPE.TXT, class: CLASS.IN, ttl: 1 })
          // A string of the protocol has 255 bytes at most; a longer text is several.
          answer.answers.push(Object.assign(record, { data: data.match(/.{1,255}/g) }))
        }
      }
      void send(answer)
    },
  })
  await server.listen({ udp: { address: '127.0.0.1', port: 0 } })
  const { port } = server.addresses().udp as AddressInfo
  const resolver = new promises.Resolver({ timeout: 1_000, tries: 1 })
  resolver.setServers([`127.0.0.1:${port}`])
  return {
    resolver,
    stop: async () => {
      await server.close()
    },
  }
}
