import { readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** One entry of package-lock.json, as far as this script reads it. */
export type LockEntry = {
  version?: string
  optional?: boolean
  resolved?: string
  optionalDependencies?: Record<string, string>
  [key: string]: unknown
}

export type Lock = { packages: Record<string, LockEntry>; [key: string]: unknown }

/** A package that another one names by an exact version as an optional dependency, and that the lock lacks. */
export type MissingEntry = {
  readonly parent: string
  readonly path: string
  readonly name: string
  readonly version: string
  readonly isDev: boolean
}

/** Guaranteed by npm, which writes the file. */
function asLock(parsed: unknown): Lock {
  return parsed as Lock
}

export function readLock(path: string): Lock {
  return asLock(JSON.parse(readFileSync(path, 'utf8')))
}

const isExact = (version: string) => /^\d+\.\d+\.\d+([-+].*)?$/.test(version)

/** Where npm looks for a package that one at `path` asks for: beside it, then in each folder above. */
function* placesFrom(path: string, name: string): Generator<string> {
  for (let at = path; ; at = posix.dirname(at)) {
    if (!at.endsWith('node_modules')) yield posix.join(at, 'node_modules', name)
    if (at === '.' || at === '') return
  }
}

/** At the top, unless another version of it lies there. */
function placeFor(packages: Lock['packages'], parent: string, name: string): string {
  const top = `node_modules/${name}`
  return packages[top] ? posix.join(parent, top) : top
}

/** Platform binaries that the lock leaves out, so that nobody on that platform would get one. */
export function findMissing({ packages }: Lock): MissingEntry[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => isExact(version) && ![...placesFrom(path, name)].some((place) => packages[place]?.version === version))
      .map(([name, version]) => ({ parent: path, path: placeFor(packages, path, name), name, version, isDev: dev === true })),
  )
}

/** Entries that name a host: a lock that does binds everybody to one registry. */
export function findHosts({ packages }: Lock): string[] {
  return Object.entries(packages)
    .filter(([, { resolved }]) => typeof resolved === 'string')
    .map(([path]) => path)
}

const systems = ['darwin', 'linux', 'win32', 'freebsd', 'netbsd', 'openbsd', 'sunos', 'android', 'aix', 'openharmony']
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32']

/** What such a package runs on, read from its name: `@next/swc-linux-x64-musl`, `@biomejs/cli-win32-arm64`. */
export function platformOf(name: string): { os?: string[]; cpu: string[]; libc?: string[] } | null {
  const parts = name.replace('windows', 'win32').split(/[-/]/)
  const os = systems.filter((each) => parts.includes(each))
  const cpu = processors.filter((each) => parts.includes(each))
  if (cpu.includes('wasm32')) return { cpu: ['wasm32'] }
  if (os.length !== 1 || cpu.length !== 1) return null
  if (os[0] !== 'linux') return { os, cpu }
  if (parts.includes('musl')) return { os, cpu, libc: ['musl'] }
  return parts.includes('gnu') ? { os, cpu, libc: ['glibc'] } : { os, cpu }
}

/** The lock with an entry for each missing binary. npm asks the registry for its digest when it installs one. */
export function complete(lock: Lock): Lock {
  const added = findMissing(lock).map(({ path, name, version, isDev }): [string, LockEntry] => {
    const platform = platformOf(name)
    if (!platform) throw new Error(`${name}: its name does not tell the platform; add its entry to package-lock.json by hand`)
    return [path, { version, ...(isDev ? { dev: true } : {}), optional: true, ...platform }]
  })
  const entries = [...Object.entries(lock.packages), ...added].sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...lock, packages: Object.fromEntries(entries) }
}
