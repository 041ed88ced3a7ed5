import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import autocannon from 'autocannon'
import Database from 'better-sqlite3'
import { freePort } from '../../scripts/free-port.ts'
import { claim, type SignedIn } from '../e2e/owner.ts'
import { startWeft, type WeftServer } from '../e2e/weft-server.ts'
import { generate, type Size } from './generate.ts'
import { type Cost, cpuMsOfProcess } from './measure.ts'

/** The built program with one generated network in it, and its owner, who is signed in: what is measured passes every door. */
export type Served = WeftServer & { readonly network: string; readonly keyResults: readonly string[]; readonly signedIn: SignedIn }

/** Guaranteed by the API, whose contract has tests of its own. */
async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer
}

/** Starts the program on a database of its own and imports a generated network of a size. */
export async function serve(size: Size): Promise<Served> {
  const weft = await startWeft()
  const signedIn = await claim(weft.url, weft.setupToken)
  const document = generate(size)
  const imported = await fetch(`${weft.url}/api/v1/import`, {
    method: 'POST',
    headers: { ...signedIn.headers, 'content-type': 'application/json' },
    body: JSON.stringify(document),
  })
  const { item } = await answerOf<{ item: { id: string } }>(imported)
  const list = await fetch(`${weft.url}/api/v1/networks/${item.id}/key-results?limit=100`, { headers: signedIn.headers })
  const { items } = await answerOf<{ items: { id: string; metric: { kind: string } }[] }>(list)
  const keyResults = items.filter(({ metric }) => metric.kind === 'increase' || metric.kind === 'decrease').map(({ id }) => id)
  return { ...weft, network: item.id, keyResults, signedIn }
}

export type Bare = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> }

/** Starts the bare server on a copy of a database. */
export async function serveBare(source: string): Promise<Bare> {
  const file = `${source}.bare.db`
  const original = new Database(source, { readonly: true })
  await original.backup(file)
  original.close()
  const port = await freePort()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts'), file, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const stop = async () => {
    child.kill()
    await once(child, 'exit')
  }
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop }
}

export type Load = { readonly url: string; readonly pid: number; readonly requests: autocannon.Request[]; readonly seconds: number }

/** Milliseconds for each request under 64 connections, by the clock and of the server's processor. */
export async function load({ url, pid, requests, seconds }: Load): Promise<Cost> {
  const cpuBefore = cpuMsOfProcess(pid)
  const result = await autocannon({ url, connections: 64, duration: seconds, requests })
  const answered = result['2xx'] + result['3xx']
  const failed = result.errors + result['4xx'] + result['5xx']
  if (answered === 0 || failed > 0) throw new Error(`${url}: ${failed} of ${answered + failed} requests failed`)
  return { wallMs: (result.duration * 1_000) / answered, cpuMs: (cpuMsOfProcess(pid) - cpuBefore) / answered }
}
