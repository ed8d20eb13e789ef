import { join, resolve } from 'node:path'
import next from 'next'
import { getEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { knownActions } from './known-actions'
import { createWebServer } from './server'
import { trustedProxies } from './source'

// The web process: `app/_door/main.ts [--dev] [--host=<address>]`. Without a host, on every address of the machine.
const { PORT: port, PORTAL_URL: origin, TRUSTED_PROXIES } = getEnv()
const dev = process.argv.includes('--dev')
const host = process.argv.find((argument) => argument.startsWith('--host='))?.slice('--host='.length)

const dir = resolve(import.meta.dirname, '../..')
const app = next({ dev, dir, hostname: host ?? 'localhost', port })
await app.prepare()
const actions = dev ? undefined : knownActions(join(dir, '.next'))
const server = createWebServer({
  origin,
  trusted: trustedProxies(TRUSTED_PROXIES),
  pages: app.getRequestHandler(),
  isKnown: (action) => actions?.has(action) ?? true,
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => void app.close().finally(() => process.exit(0)))
    if (dev) server.closeAllConnections()
  })
}
server.listen(port, host, () => log('web.started', { port }))
