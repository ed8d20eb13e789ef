import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { bodyLimits } from '@/app/_door/limits'
import { SOURCES } from '@/lib/cli/next-build'
import { ROOT } from '@/lib/cli/paths'
import { settingNames } from '@/lib/env'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const scripts = (text: string) => text.match(/\b(lib|app)\/[\w/-]+\.ts\b/g) ?? []
const isThere = (path: string) => existsSync(join(ROOT, path))

interface Service {
  image: string
  command?: string[]
  environment: Record<string, string>
  env_file?: string
}
const compose = parse(read('compose.yaml'), { merge: true }) as { services: Record<string, Service> }
const dockerfile = read('Dockerfile')
const units = ['docs/deploy/portal-web.service', 'docs/deploy/portal-worker.service']

describe('the image', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) => paths.split(' '))

  it('is made of files that exist, and of all that the pages are built from', () => {
    expect(copied.filter((path) => !isThere(path))).toEqual([])
    expect(SOURCES.filter((path) => isThere(path) && !copied.includes(path))).toEqual([])
  })

  it('gets them through .dockerignore, and nothing else', () => {
    const [first, ...rules] = read('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
    expect(first).toBe('*')
    const allowed = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1))
    expect(allowed.toSorted()).toEqual(copied.toSorted())
  })

  it('runs as nobody of the machine, and says whether it is well', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
    expect(last).toMatch(/^USER portal$/m)
    expect(last).toMatch(/^HEALTHCHECK /m)
    expect(last, 'no build tools').not.toMatch(/npm|apt-get|COPY (?!--from=build)/)
    expect(scripts(last).filter((path) => !isThere(path))).toEqual([])
  })
})

describe('compose.yaml', () => {
  it('sets what the portal reads, and runs what exists', () => {
    const own = Object.values(compose.services).filter(({ image }) => image === 'subject-rights-portal')
    expect(own).toHaveLength(3)
    for (const { environment, command = [] } of own) {
      expect(Object.keys(environment).filter((name) => !settingNames.includes(name))).toEqual([])
      expect(command.filter((word) => word.endsWith('.ts') && !isThere(word))).toEqual([])
    }
  })

  it('hands the owner of the tables to the migration alone', () => {
    const owners = Object.entries(compose.services).filter(([, { environment }]) => environment['DATABASE_OWNER_URL'])
    expect(owners.map(([name]) => name)).toEqual(['migrate'])
  })

  it('has no password in it, and starts with none that is missing', () => {
    const secrets = read('compose.yaml').match(/^.*(PASSWORD|:\/\/).*$/gm) ?? []
    expect(secrets.length).toBeGreaterThan(3)
    expect(secrets.filter((line) => !/\$\{[A-Z_]+:\?[^}]+\}/.test(line))).toEqual([])
  })

  it('mounts a script that may be run', () => {
    const [path = ''] = /docs\/deploy\/[\w-]+\.sh/.exec(read('compose.yaml')) ?? []
    expect(statSync(join(ROOT, path)).mode & 0o111).toBeGreaterThan(0)
  })
})

describe.each(units)('%s', (unit) => {
  const text = read(unit)

  it('sets what the portal reads, and runs what exists', () => {
    const names = [...text.matchAll(/^Environment=(.*)$/gm)].flatMap(([, pairs = '']) => pairs.match(/\w+(?==)/g) ?? [])
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !settingNames.includes(name))).toEqual([])
    expect(scripts(text)).toHaveLength(1)
    expect(scripts(text).filter((path) => !isThere(path))).toEqual([])
    const [, node = ''] = /^ExecStart=\/opt\/subject-rights-portal\/(\S+) /m.exec(text) ?? []
    expect(isThere(node)).toBe(true)
  })

  it('is as the other one, but for what it runs', () => {
    const others = units.map((path) => read(path).replace(/^(Description|ExecStart)=.*$/gm, ''))
    expect(new Set(others).size).toBe(1)
  })
})

describe('the proxies', () => {
  const nginx = read('docs/deploy/nginx.conf')
  const caddy = read('docs/deploy/Caddyfile')
  const sent = (text: string) => [...text.matchAll(/^\s*(?:proxy_set_header|header_up) (\S+) (\S+?);?$/gm)]

  it('send what the portal believes: its own name, and the visitor’s address at the end', () => {
    expect(Object.fromEntries(sent(nginx).map(([, name = '', value]) => [name, value]))).toEqual({
      ...{ Host: '$host', 'X-Forwarded-For': '$proxy_add_x_forwarded_for', Connection: '""' },
    })
    // Caddy passes Host on as it is, and writes X-Forwarded-For anew, without being told.
    expect(sent(caddy)).toEqual([])
  })

  it('let through what a form may weigh', () => {
    const MB = 1024 * 1024
    const sizes = [/client_max_body_size (\d+)m;/.exec(nginx)?.[1], /max_size (\d+)MiB/.exec(caddy)?.[1]]
    expect(sizes.map((size) => Number(size) * MB)).toEqual([bodyLimits.whole, bodyLimits.whole])
    expect(nginx).toContain('proxy_request_buffering off;')
  })

  it('are told where the portal listens', () => {
    for (const text of [nginx, caddy]) expect(text).toMatch(/127\.0\.0\.1:3000\b/)
  })
})

describe('docs/production.md', () => {
  const text = read('docs/production.md')
  // A row of the settings, or a value that something is set to.
  const told = [...text.matchAll(/^\| (`[A-Z_`, ]+`) +\|/gm)].flatMap(([, names = '']) => names.match(/[A-Z_]+/g) ?? [])

  it('explains settings that exist', () => {
    expect(told.length).toBeGreaterThan(8)
    expect(told.filter((name) => !settingNames.includes(name))).toEqual([])
  })

  it('tells of each file in docs/deploy', () => {
    for (const name of ['portal-web.service', 'portal-worker.service', 'nginx.conf', 'Caddyfile']) {
      expect(text).toContain(`deploy/${name}`)
    }
  })
})
