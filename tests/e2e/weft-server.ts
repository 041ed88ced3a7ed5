import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../scripts/free-port.ts'

export type WeftServer = {
  readonly url: string
  /** by which its first owner is made; null where it has one */
  readonly setupToken: string | null
  readonly databaseUrl: string
  readonly pid: number
  /** ends the program at once; the database stays */
  readonly kill: () => Promise<void>
  /** starts it again at the same address on the same database */
  readonly again: () => Promise<void>
  readonly stop: () => Promise<void>
}

const program = join(import.meta.dirname, '../../build/server.mjs')

/** The token in the line that a server prints when it is ready. */
export function setupTokenIn(output: string): string | null {
  return /\/setup\?token=(\S+)/.exec(output)?.[1] ?? null
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}:\n${output()}`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok && output().includes('Weft is ready')) return
    await pause(50)
  }
  throw new Error(`the server was not ready after 30 seconds:\n${output()}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = globalThis.setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(timer)
}

/** Starts the built program on a free port with an empty database of its own in a temporary folder. */
export async function startWeft(env: Record<string, string> = {}): Promise<WeftServer> {
  const folder = await mkdtemp(join(tmpdir(), 'weft-journey-'))
  const port = await freePort()
  const databaseUrl = `file:${join(folder, 'weft.db')}`
  const url = `http://127.0.0.1:${port}`
  const run = async () => {
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: databaseUrl, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const lines: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
    try {
      await untilReady(url, child, () => lines.join(''))
    } catch (error) {
      await end(child)
      throw error
    }
    return { child, setupToken: setupTokenIn(lines.join('')) }
  }
  let { child, setupToken } = await run()
  const kill = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  const again = async () => {
    child = (await run()).child
  }
  const stop = async () => {
    await end(child)
    await rm(folder, { recursive: true, force: true })
  }
  return { url, setupToken, databaseUrl, pid: child.pid ?? 0, kill, again, stop }
}
