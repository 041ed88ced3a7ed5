import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { system } from '../../lib/domain/access.ts'
import { call } from '../../lib/domain/command/call.ts'
import { runCommands } from '../../lib/domain/command/run.ts'
import { importDocument } from '../../lib/server/import/import-document.ts'
import { openStore } from '../../lib/server/store.ts'
import { generate } from './generate.ts'
import { costOf, inTurn, medianCpu, medianWall } from './measure.ts'
import type { Result } from './result.ts'
import { load, serve } from './served.ts'

const rounds = 7

/** An unchanged network asked for again, against the cheapest answer that the same server gives. */
async function measureUnchanged(): Promise<Result> {
  const weft = await serve('M')
  try {
    const path = `/api/v1/networks/${encodeURIComponent(weft.network)}/snapshot`
    const etag = (await fetch(`${weft.url}${path}`, { headers: weft.signedIn.headers })).headers.get('etag') ?? ''
    const ask = (requests: Parameters<typeof load>[0]['requests']) => () => load({ url: weft.url, pid: weft.pid, requests, seconds: 3 })
    const samples = await inTurn(
      5,
      ask([{ method: 'GET', path, headers: { ...weft.signedIn.headers, 'if-none-match': etag, 'accept-encoding': 'br' } }]),
      ask([{ method: 'GET', path: '/healthz' }]),
    )
    const [mine, theirs] = [medianWall(samples.ours), medianWall(samples.reference)]
    return {
      goal: 'G9',
      what: 'open an unchanged map (304), at M',
      ours: `${Math.round(1_000 / mine)}/s`,
      reference: `${Math.round(1_000 / theirs)}/s ping`,
      ratio: theirs / mine,
      cpuRatio: medianCpu(samples.reference) / medianCpu(samples.ours),
      atLeast: 0.9,
      rounds: 5,
    }
  } finally {
    await weft.stop()
  }
}

const tables = [
  'network',
  'area',
  'node',
  'person',
  'team',
  'participation',
  'exchange',
  'cycle',
  'goal',
  'objective',
  'key_result',
  'dependency',
  'check_in',
]

/** The network as JSON, built by SQLite itself: one question for each table. */
function jsonInside(db: Database.Database): () => string {
  const questions = tables.map((table) => {
    const columns = db.pragma(`table_info(${table})`) as { name: string }[]
    const fields = columns.map(({ name }) => `'${name}', "${name}"`).join(', ')
    return db.prepare(`select json_group_array(json_object(${fields})) from "${table}"`).pluck()
  })
  return () => questions.map((question) => String(question.get())).join(',')
}

const packBrotli = promisify(brotliCompress)
const packGzip = promisify(gzip)

async function packed(json: string): Promise<void> {
  await Promise.all([packBrotli(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), packGzip(json, { level: 5 })])
}

/** The body of a network after a change against the same rows as JSON built inside SQLite, both packed alike. */
async function measureRebuild(): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'weft-bench-'))
  const file = join(folder, 'weft.db')
  const store = await openStore(`file:${file}`)
  const now = new Date().toISOString()
  const { network } = await importDocument({ store, uuid: v7, actor: 'bench', now }, generate('M'))
  const reader = new Database(file, { readonly: true })
  const inside = jsonInside(reader)
  const [keyResult] = (await store.read(network.id)).tables.keyResult.values()
  let confidence = 0
  const change = () => {
    confidence = confidence === 0.5 ? 0.6 : 0.5
    const calls = [call('keyResult.update', { id: keyResult?.id ?? '', set: { confidence } })]
    return store.commit(
      { actor: 'bench', who: system, networkId: network.id, now },
      { name: 'bench', decide: (snapshot, ctx) => runCommands(snapshot, calls, ctx) },
    )
  }
  try {
    await store.body(network.id)
    const samples = await inTurn(
      rounds,
      async () => {
        await change()
        return costOf(() => store.body(network.id))
      },
      () => costOf(() => packed(inside())),
    )
    const [mine, theirs] = [medianWall(samples.ours), medianWall(samples.reference)]
    return {
      goal: 'G9',
      what: 'body of the network after a change, packed, at M',
      ours: `${mine.toFixed(1)} ms`,
      reference: `${theirs.toFixed(1)} ms from SQLite`,
      ratio: mine / theirs,
      cpuRatio: medianCpu(samples.ours) / medianCpu(samples.reference),
      atMost: 1.2,
      rounds,
    }
  } finally {
    reader.close()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

export async function measureSnapshot(): Promise<Result[]> {
  return [await measureUnchanged(), await measureRebuild()]
}
