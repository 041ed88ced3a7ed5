import type autocannon from 'autocannon'
import { inTurn, medianCpu, medianWall } from './measure.ts'
import type { Result } from './result.ts'
import { type Bare, load, type Served, serve, serveBare } from './served.ts'

const rounds = 5
const seconds = 3

/** Headers by which a caller is known; the bare server knows nobody. */
type Caller = Readonly<Record<string, string>>
type Pair = { readonly what: string; readonly ours: autocannon.Request[]; readonly bare: autocannon.Request[] }

function perSecond(wallMs: number): string {
  return `${Math.round(1_000 / wallMs)}/s`
}

async function compare(weft: Served, bare: Bare, { what, ours, bare: reference }: Pair): Promise<Result> {
  const samples = await inTurn(
    rounds,
    () => load({ url: weft.url, pid: weft.pid, requests: ours, seconds }),
    () => load({ url: bare.url, pid: bare.pid, requests: reference, seconds }),
  )
  const [mine, theirs] = [medianWall(samples.ours), medianWall(samples.reference)]
  return {
    goal: 'G8',
    what,
    ours: perSecond(mine),
    reference: perSecond(theirs),
    ratio: theirs / mine,
    cpuRatio: medianCpu(samples.reference) / medianCpu(samples.ours),
    atLeast: 0.5,
    rounds,
  }
}

function checkIn(path: (keyResult: string) => string, keyResults: readonly string[], caller: Caller = {}): autocannon.Request[] {
  const headers = { ...caller, 'content-type': 'application/json' }
  return keyResults.map((id, at) => ({ method: 'POST', path: path(id), headers, body: JSON.stringify({ value: at + 0.5 }) }))
}

function reads(path: (keyResult: string) => string, keyResults: readonly string[], headers: Caller = {}): autocannon.Request[] {
  return keyResults.map((id) => ({ method: 'GET', path: path(id), headers }))
}

/** Requests per second under 64 connections, durable, against a bare server with the same statement and pragmas. */
export async function measureRequests(): Promise<Result[]> {
  const weft = await serve('M')
  const bare = await serveBare(weft.databaseUrl.replace('file:', ''))
  const mine = (tail: string) => (id: string) => `/api/v1/networks/${encodeURIComponent(weft.network)}/key-results/${encodeURIComponent(id)}${tail}`
  const theirs = (verb: string) => (id: string) => `/${verb}/${encodeURIComponent(weft.network)}/${encodeURIComponent(id)}`
  try {
    return [
      await compare(weft, bare, {
        what: 'check-in through the API, durable, at M',
        ours: checkIn(mine('/check-ins'), weft.keyResults, weft.signedIn.headers),
        bare: checkIn(theirs('check-in'), weft.keyResults),
      }),
      await compare(weft, bare, {
        what: 'read of one key result, at M',
        ours: reads(mine(''), weft.keyResults, weft.signedIn.headers),
        bare: reads(theirs('key-result'), weft.keyResults),
      }),
    ]
  } finally {
    await bare.stop()
    await weft.stop()
  }
}
