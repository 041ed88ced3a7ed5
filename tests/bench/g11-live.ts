import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../scripts/free-port.ts'
import { type Listeners, openListeners } from './listeners.ts'
import { median } from './measure.ts'
import type { Result } from './result.ts'
import { type Served, serve } from './served.ts'

const rounds = 5
const changesInRound = 20
const everyMs = 100
const patienceMs = 10_000

/** A server that is changed and tells of it. @returns the revision of the change */
type Told = { readonly listeners: Listeners; readonly change: () => Promise<number> }

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Milliseconds from the moment at which a change is sent until each listener has dealt with it. */
async function delays({ listeners, change }: Told, count: number, deal: () => Promise<unknown> = async () => undefined): Promise<number[]> {
  const found: number[] = []
  for (let at = 0; at < changesInRound; at += 1) {
    const heard: { revision: number; at: number; listener: number }[] = []
    const dealing: Promise<unknown>[] = []
    listeners.onRevision((listener, revision) => {
      dealing.push(deal().then(() => heard.push({ revision, listener, at: performance.now() })))
    })
    const since = performance.now()
    const revision = await change()
    const arrived = () => new Set(heard.filter((each) => each.revision >= revision).map(({ listener }) => listener)).size
    while (arrived() < count && performance.now() - since < patienceMs) await pause(5)
    await Promise.all(dealing)
    if (arrived() < count) throw new Error(`${count - arrived()} of ${count} listeners did not hear of revision ${revision}`)
    found.push(...heard.filter((each) => each.revision >= revision).map((each) => each.at - since))
    await pause(Math.max(0, everyMs - (performance.now() - since)))
  }
  return found
}

function changer({ url, network, keyResults, signedIn }: Served): () => Promise<number> {
  let confidence = 0.5
  return async () => {
    confidence = confidence === 0.5 ? 0.6 : 0.5
    const commands = [{ name: 'keyResult.update', input: { id: keyResults[0], set: { confidence } } }]
    const headers = { ...signedIn.headers, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/api/v1/networks/${network}/commands`, { method: 'POST', headers, body: JSON.stringify({ commands }) })
    return Number(Reflect.get(Object(await answer.json()), 'revision'))
  }
}

/** One link, by which any number of windows may look on. */
async function pathOfLink({ url, network, signedIn }: Served): Promise<string> {
  const headers = { ...signedIn.headers, 'content-type': 'application/json' }
  const body = JSON.stringify({ name: 'Bench', view: 'map' })
  const answer: unknown = await (await fetch(`${url}/api/v1/networks/${network}/share-links`, { method: 'POST', headers, body })).json()
  const secret = String(Reflect.get(Object(answer), 'path'))
    .split('/')
    .at(-1)
  return `/api/v1/shared/${secret}/events`
}

type BareEvents = { readonly url: string; readonly stop: () => Promise<void> }

async function serveBareEvents(): Promise<BareEvents> {
  const folder = await mkdtemp(join(tmpdir(), 'weft-bench-'))
  const port = await freePort()
  const args = [join(import.meta.dirname, 'bare-events.ts'), join(folder, 'bare.db'), String(port)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const stop = async () => {
    child.kill()
    await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${port}`, stop }
}

/** A change reaches 500 listeners, against the same by a server with nothing around it, in turn. */
async function measureFanOut(weft: Served, path: string): Promise<Result> {
  const count = 500
  const bare = await serveBareEvents()
  const change = async () => Number(Reflect.get(Object(await (await fetch(bare.url, { method: 'POST', body: 'change' })).json()), 'revision'))
  const ours: Told = { listeners: await openListeners(count, { url: weft.url, path }), change: changer(weft) }
  const theirs: Told = { listeners: await openListeners(count, { url: bare.url, path: '/' }), change }
  try {
    const p99: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
    for (let round = 0; round <= rounds; round += 1) {
      const found = { ours: await delays(ours, count), theirs: await delays(theirs, count) }
      if (round === 0) continue
      p99.ours.push(percentile(found.ours, 0.99))
      p99.theirs.push(percentile(found.theirs, 0.99))
    }
    const [mine, other] = [median(p99.ours), median(p99.theirs)]
    return {
      goal: 'G11',
      what: 'a change reaches 500 listeners, durable, p99',
      ours: `${mine.toFixed(0)} ms`,
      reference: `${other.toFixed(0)} ms bare`,
      ratio: mine / other,
      atMost: 1.5,
      rounds,
    }
  } finally {
    ours.listeners.close()
    theirs.listeners.close()
    await bare.stop()
  }
}

/** A change is heard of and read by 40 windows, each asking for what changed. */
async function measureWindows(weft: Served, path: string): Promise<Result> {
  const count = 40
  const listeners = await openListeners(count, { url: weft.url, path })
  const change = changer(weft)
  let known = await change()
  const read = async () => {
    const answer = await fetch(`${weft.url}/api/v1/networks/${weft.network}/changes?since=${known}`, { headers: weft.signedIn.headers })
    await answer.json()
  }
  try {
    const p95: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      p95.push(percentile(await delays({ listeners, change }, count, read), 0.95))
      known = await change()
    }
    const mine = median(p95)
    return {
      goal: 'G11',
      what: 'a change is read by 40 windows, p95',
      ours: `${mine.toFixed(0)} ms`,
      reference: '1 s',
      ratio: mine / 1_000,
      atMost: 1,
      rounds,
    }
  } finally {
    listeners.close()
  }
}

/** How soon others see a change. */
export async function measureLive(): Promise<Result[]> {
  const weft = await serve('M')
  try {
    const path = await pathOfLink(weft)
    return [await measureFanOut(weft, path), await measureWindows(weft, path)]
  } finally {
    await weft.stop()
  }
}
