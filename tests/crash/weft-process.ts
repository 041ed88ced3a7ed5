import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { localHeaders } from '../local-caller.ts'

export type WeftProcess = {
  readonly url: string
  /** those of the command line of this machine */
  readonly headers: Record<string, string>
  readonly pid: number
  /** what it has logged so far */
  readonly logged: () => string
  readonly kill: () => Promise<void>
  readonly end: () => Promise<number | null>
}

const program = join(import.meta.dirname, '../../build/server.mjs')
const readyMs = 60_000

function addressIn(output: string): string | null {
  return /^Weft is ready at (http:\/\/[^\s/]+)/m.exec(output)?.[1] ?? null
}

async function untilReady(child: ChildProcess, logged: string[]): Promise<string> {
  const printed = logged
  const signal = AbortSignal.timeout(readyMs)
  child.stderr?.on('data', (chunk: Buffer) => logged.push(chunk.toString()))
  while (child.stdout) {
    const event = await Promise.race([once(child.stdout, 'data', { signal }), once(child, 'exit', { signal }).then(() => null)])
    if (event === null) throw new Error(`the server ended with code ${child.exitCode}:\n${printed.join('')}`)
    printed.push(String(event[0]))
    const address = addressIn(printed.join(''))
    if (address) return address
  }
  throw new Error('the server has no output')
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  return child.exitCode
}

export type StartOptions = {
  readonly env?: Readonly<Record<string, string>>
  /** the user it runs as, where the test is root */
  readonly uid?: number
}

/** Starts the built program on a free port and waits for its one line. */
export async function startBuilt(databaseUrl: string, { env: more = {}, uid }: StartOptions = {}): Promise<WeftProcess> {
  // the test runner has a BASE_URL of its own, “/”
  const env = {
    ...process.env,
    BASE_URL: undefined,
    NODE_ENV: 'production' as const,
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    ...more,
  }
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'], ...(uid !== undefined && { uid, gid: uid }) })
  const logged: string[] = []
  const kill = async () => void (await ended(child, 'SIGKILL'))
  try {
    const url = await untilReady(child, logged)
    return { url, pid: child.pid ?? 0, logged: () => logged.join(''), headers: localHeaders(databaseUrl), kill, end: () => ended(child, 'SIGTERM') }
  } catch (error) {
    await kill()
    throw error
  }
}
