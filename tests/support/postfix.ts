import { execFileSync } from 'node:child_process'
import { on, once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, watch, writeFileSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const DAEMONS = '/usr/lib/postfix/sbin'

/** Debian's Postfix can be started where it is installed, and by root alone. */
export const hasPostfix = (): boolean => existsSync(join(DAEMONS, 'master')) && process.getuid?.() === 0

export interface Postfix {
  url: string
  /** Resolves with the letters that have come, as they stand in the mailbox, once they suffice. */
  until(isEnough: (letters: readonly Buffer[]) => boolean): Promise<Buffer[]>
  stop(): Promise<void>
}

/** A Postfix of the test's own on the loopback: whatever is sent to `domain` ends in one mailbox. */
export async function startPostfix(domain: string): Promise<Postfix> {
  const dir = mkdtempSync(join(tmpdir(), 'postfix-'))
  const [port, uid, gid] = [await freePort(), idOf('-u'), idOf('-g')]
  for (const [path, owner] of folders) {
    mkdirSync(join(dir, path), { recursive: true })
    chownSync(join(dir, path), owner === 'root' ? 0 : uid, 0)
  }
  chmodSync(dir, 0o755)
  writeFileSync(join(dir, 'main.cf'), mainSettings(dir, domain, uid, gid))
  writeFileSync(join(dir, 'master.cf'), services(port))

  // `-w` returns once the daemon listens.
  execFileSync(join(DAEMONS, 'master'), ['-c', dir, '-w'], { stdio: 'ignore' })
  return {
    url: `smtp://127.0.0.1:${port}`,
    until: (isEnough) => lettersIn(join(dir, 'boxes/all/new'), isEnough),
    stop: async () => {
      process.kill(Number(await readFile(join(dir, 'queue/pid/master.pid'), 'utf8')), 'SIGTERM')
      await rm(dir, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

const queues = [
  'active',
  'bounce',
  'corrupt',
  'defer',
  'deferred',
  'flush',
  'hold',
  'incoming',
  'maildrop',
  'saved',
  'trace',
]
const folders: [string, 'root' | 'postfix'][] = [
  ['queue/pid', 'root'],
  ...[...queues, 'private', 'public'].map((name): [string, 'postfix'] => [`queue/${name}`, 'postfix']),
  ['data', 'postfix'],
  ...['', 'new', 'cur', 'tmp'].map((name): [string, 'postfix'] => [`boxes/all/${name}`, 'postfix']),
]

const idOf = (option: '-u' | '-g') => Number(execFileSync('id', [option, 'postfix']))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const mainSettings = (dir: string, domain: string, uid: number, gid: number) => `
compatibility_level = 3.6
queue_directory = ${dir}/queue
data_directory = ${dir}/data
maillog_file = ${dir}/log
maillog_file_prefixes = ${dir}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example
mydestination =
mynetworks = 127.0.0.0/8
smtpd_recipient_restrictions = permit_mynetworks, reject
virtual_mailbox_domains = ${domain}
virtual_mailbox_base = ${dir}/boxes
virtual_mailbox_maps = static:all/
virtual_uid_maps = static:${uid}
virtual_gid_maps = static:${gid}
`

const services = (port: number) => `
127.0.0.1:${port} inet n - n - - smtpd
postlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
error unix - - n - - error
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
`

async function lettersIn(folder: string, isEnough: (letters: readonly Buffer[]) => boolean): Promise<Buffer[]> {
  const read = async () => Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
  const watcher = watch(folder)
  const arrivals = on(watcher, 'change')
  let letters = await read()
  while (!isEnough(letters)) {
    await arrivals.next()
    letters = await read()
  }
  watcher.close()
  return letters
}
