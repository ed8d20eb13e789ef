import { resolve } from 'node:path'
import next from 'next'
import { getEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { createWebServer } from './server'
import { trustedProxies } from './source'

// The web process: `app/_door/main.ts [--dev] [--host=<address>]`. Without a host, on every address of the machine.
const { PORT: port, PORTAL_URL: origin, TRUSTED_PROXIES } = getEnv()
const dev = process.argv.includes('--dev')
const host = process.argv.find((argument) => argument.startsWith('--host='))?.slice('--host='.length)

const app = next({ dev, dir: resolve(import.meta.dirname, '../..'), hostname: host ?? 'localhost', port })
await app.prepare()
const server = createWebServer({
  origin,
  trusted: trustedProxies(TRUSTED_PROXIES),
  pages: app.getRequestHandler(),
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => void app.close().finally(() => process.exit(0)))
    if (dev) server.closeAllConnections()
  })
}
server.listen(port, host, () => log('web.started', { port }))
