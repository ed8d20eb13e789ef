import { execFileSync } from 'node:child_process'

/** Installs packages of Debian, where this is a Debian and may be changed; silent where it is not. */
export function debianPackages(names: readonly string[]): void {
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args: string[]) => {
    const [command = '', ...rest] = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]
    execFileSync(command, rest, { stdio: 'ignore', timeout: 600_000 })
  }
  for (const update of [false, true]) {
    try {
      if (update) apt('update')
      return apt('install', '-y', '--no-install-recommends', ...names)
    } catch {
      continue // once more with fresh lists; what is missing then, the caller tells
    }
  }
}
