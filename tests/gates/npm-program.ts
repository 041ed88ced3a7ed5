import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../../scripts/run.ts'

/** The Node that the newcomer has: the one under which npm was called, which may be older than the one that runs this test. */
const outerNode = process.env['WEFT_OUTER_NODE'] ?? process.execPath

function npmScript(): string {
  const running = process.env['npm_execpath']
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'npm'))
  const found = running ?? onPath.find((path) => existsSync(path))
  if (!found) throw new Error('there is no npm')
  return realpathSync(found)
}

/** A folder to be used as PATH, with node, npm and sh and nothing else. */
export function barePath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-path-'))
  symlinkSync(realpathSync(outerNode), join(folder, 'node'))
  symlinkSync(npmScript(), join(folder, 'npm'))
  symlinkSync('/bin/sh', join(folder, 'sh'))
  return folder
}

/** A folder for databases that is gone after the test. */
export function scratchFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'weft gates '))
  mkdirSync(join(path, 'data'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export type Started = {
  readonly child: ChildProcess
  readonly printed: () => string
  /** exit code; null after a signal */
  readonly ended: Promise<number | null>
}

type Options = { readonly cwd?: string; readonly env?: Record<string, string | undefined> }

/** The environment of a fresh shell: nothing of the npm, the launcher and the test runner (its BASE_URL is “/”) that run this test. */
function freshEnvironment(path: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|WEFT_|NODE_|NEXT_|VITEST|VITE|PORT$|HOST$|DATABASE_URL$|BASE_URL$)/i.test(name) || name === 'NODE_EXTRA_CA_CERTS',
  )
  const env: Record<string, string | undefined> = { ...Object.fromEntries(kept), NODE_ENV: undefined, PATH: path }
  return env as NodeJS.ProcessEnv
}

/** Calls npm as a newcomer would, in a process group of its own. */
export function npm(args: readonly string[], { cwd = root, env = {} }: Options = {}): Started {
  const path = [barePath(), process.env['PATH']].join(delimiter)
  const child = spawn(realpathSync(outerNode), [npmScript(), ...args], {
    cwd,
    env: { ...freshEnvironment(path), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', (code) => resolve(code))
  })
  return { child, ended, printed: () => lines.join('') }
}

/** Waits until a page is there; answers with the milliseconds that it took. */
export async function untilAnswers(url: string, { printed, child }: Started, withinMs: number): Promise<number> {
  const start = performance.now()
  while (performance.now() - start < withinMs) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return performance.now() - start
    if (child.exitCode !== null) throw new Error(`npm ended with code ${child.exitCode}:\n${printed()}`)
    await pause(20)
  }
  throw new Error(`no answer from ${url} within ${withinMs} ms:\n${printed()}`)
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const settle = (value: boolean) => {
      socket.destroy()
      resolve(value)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
  })
}

/** Processes that were called with this port, whoever their parent is by now. Linux; elsewhere the port alone tells. */
function processesOf(port: number): number[] {
  if (!existsSync('/proc/self/cmdline')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`--port\0${port}\0`)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Milliseconds until nothing of a started program is left: neither its port nor a process. */
export async function untilGone(port: number, withinMs: number): Promise<number> {
  const start = performance.now()
  while (performance.now() - start < withinMs) {
    if (processesOf(port).length === 0 && !(await accepts(port))) return performance.now() - start
    await pause(50)
  }
  const left = processesOf(port)
  for (const pid of left) process.kill(pid, 'SIGKILL')
  throw new Error(`after ${withinMs} ms these processes are left: ${left.join(', ')}`)
}
