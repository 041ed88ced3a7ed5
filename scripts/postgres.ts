import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'

export type Postgres = { readonly url: string; readonly stop: () => Promise<void> }

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
    if (output().includes('ready to accept connections')) return
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

/**
 * Starts a PostgreSQL server of its own in a temporary folder, with a socket there and a free port of the loopback.
 * It forgets everything when it stops; durability is not what tests on it are about.
 */
export async function startPostgres(program: string): Promise<Postgres> {
  const who = owner()
  const folder = makeFolder(who)
  const data = join(folder, 'data')
  const options = { ...who, cwd: folder, env: { NODE_ENV: 'test' as const, PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' } }
  const initdb = join(dirname(realpathSync(program)), 'initdb')
  execFileSync(initdb, ['-D', data, '-U', 'weft', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await freePort()
  const child = spawn(program, ['-D', data, '-k', folder, '-p', String(port), ...settings.flatMap((each) => ['-c', each])], {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  const killNow = () => child.kill('SIGQUIT')
  process.once('exit', killNow)
  const stop = async () => {
    process.off('exit', killNow)
    if (child.exitCode === null) {
      child.kill('SIGINT')
      await once(child, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilAccepting(child, () => printed.join(''))
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `postgres://weft@127.0.0.1:${port}/postgres`, stop }
}
