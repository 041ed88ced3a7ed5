import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'

export type Postgres = {
  readonly url: string
  /** where its files lie */
  readonly data: string
  /** ends at once, as a machine that fails does */
  readonly crash: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type PostgresOptions = {
  /** such as `synchronous_commit=on`; they win over those of every test server */
  readonly settings?: readonly string[]
  /** the address of a server to follow: then this one is its standby */
  readonly follow?: string
}

type Owner = { readonly uid?: number; readonly gid?: number }

/** PostgreSQL refuses to run as root: then it runs as the user of its package, or as nobody. */
function owner(): Owner {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const { status, stdout } = spawnSync('id', ['-u', name], { encoding: 'utf8' })
    if (status === 0) return { uid: Number(stdout), gid: Number(execFileSync('id', ['-g', name], { encoding: 'utf8' })) }
  }
  throw new Error('PostgreSQL cannot run as root, and this machine has neither the user postgres nor nobody')
}

function makeFolder({ uid, gid }: Owner): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-postgres-'))
  mkdirSync(join(folder, 'data'), { mode: 0o700 })
  if (uid === undefined || gid === undefined) return folder
  chmodSync(folder, 0o755)
  for (const path of [folder, join(folder, 'data')]) chownSync(path, uid, gid)
  return folder
}

async function untilAccepting(child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with code ${child.exitCode}:\n${output()}`)
    if (/ready to accept (read-only )?connections/.test(output())) return
    await pause(50)
  }
  throw new Error(`PostgreSQL was not ready after 15 seconds:\n${output()}`)
}

const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'autovacuum=off',
  'checkpoint_timeout=1h',
  'max_wal_size=8GB',
  'shared_buffers=64MB',
  'listen_addresses=127.0.0.1',
]

type Place = { readonly program: string; readonly data: string; readonly options: object }

/** Another program of the same version. */
function beside(program: string, name: string): string {
  return join(dirname(realpathSync(program)), name)
}

function makeCluster({ program, data, options }: Place): void {
  const args = ['-D', data, '-U', 'weft', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  execFileSync(beside(program, 'initdb'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
}

function copyCluster({ program, data, options }: Place, primary: string): void {
  const args = ['-D', data, '-d', primary, '-R', '-X', 'stream', '-c', 'fast', '--no-sync']
  execFileSync(beside(program, 'pg_basebackup'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Makes a standby the server that is written to. */
export function promote(program: string, { data }: Pick<Postgres, 'data'>): void {
  const options = { ...owner(), env: { NODE_ENV: 'test' as const, PATH: process.env['PATH'] }, stdio: 'ignore' as const }
  execFileSync(beside(program, 'pg_ctl'), ['promote', '-D', data, '-w', '-t', '20'], options)
}

/**
 * Starts a PostgreSQL server of its own in a temporary folder, with a socket there and a free port of the loopback.
 * It forgets everything when it stops; durability is not what tests on it are about.
 */
export async function startPostgres(program: string, { settings: more = [], follow }: PostgresOptions = {}): Promise<Postgres> {
  const who = owner()
  const folder = makeFolder(who)
  const data = join(folder, 'data')
  const options = { ...who, cwd: folder, env: { NODE_ENV: 'test' as const, PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' } }
  const place = { program, data, options }
  if (follow === undefined) makeCluster(place)
  else copyCluster(place, follow)
  const port = await freePort()
  const flags = [...settings, ...more].flatMap((each) => ['-c', each])
  const child = spawn(program, ['-D', data, '-k', folder, '-p', String(port), ...flags], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  const killNow = () => child.kill('SIGQUIT')
  process.once('exit', killNow)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  const stop = async () => {
    process.off('exit', killNow)
    await end('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilAccepting(child, () => printed.join(''))
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `postgres://weft@127.0.0.1:${port}/postgres`, data, crash: () => end('SIGQUIT'), stop }
}
