import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileOf } from '../../lib/server/store.ts'
import { inspect } from './inspect.ts'
import { startBuilt } from './weft-process.ts'
import { type Attempt, makeAttempt, send, type Target, writeUntilGone } from './writers.ts'

const trials = Number(process.env['WEFT_CRASH_TRIALS'] ?? 20)
const seed = Number(process.env['WEFT_SEED'] ?? Date.now() % 1_000_000)
const clients = 8

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-crash-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function createNetwork({ url, headers }: Target): Promise<string> {
  const body = JSON.stringify({ name: 'Crash', slug: 'crash', template: 'blank' })
  const response = await fetch(`${url}/api/v1/networks`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })
  const answer: unknown = await response.json()
  return String(Reflect.get(Object(Reflect.get(Object(answer), 'item')), 'id'))
}

/** Repeats every request of a trial: what was kept is answered again, what was not is written now, nothing twice. */
async function repeatAll(target: Target, network: string, attempts: readonly Attempt[]): Promise<string[]> {
  const wrong: string[] = []
  for (const attempt of attempts) {
    const answer = await send(target, network, attempt)
    if (!answer) throw new Error('the server went away by itself')
    if (attempt.revision !== null && (!answer.replayed || answer.revision !== attempt.revision)) wrong.push(attempt.id)
    attempt.revision = answer.revision
  }
  return wrong
}

const total = { acknowledged: 0, lost: 0, torn: 0, bad: 0, 'kept unacknowledged': 0, 'applied twice': 0, idle: 0 }

test(`a server killed ${trials} times under writes loses nothing it acknowledged`, async () => {
  const random = randomFrom(seed)
  const databaseUrl = `file:${join(folder, 'weft.db')}`
  const all: Attempt[] = []
  let network = ''
  for (let trial = 0; trial < trials; trial += 1) {
    const server = await startBuilt(databaseUrl)
    network ||= await createNetwork(server)
    const twice = await repeatAll(server, network, all.slice(-2 * clients))
    const delayMs = random() * (trial % 4 === 0 ? 400 : 25)
    const attempts = await writeUntilGone(server, network, { clients, name: `t${trial}`, onFirst: () => void pause(delayMs).then(server.kill) })
    await server.kill()
    all.push(...attempts)
    const found = await inspect(databaseUrl, network, all)
    total.lost += found.lost.length
    total.torn += found.torn.length
    total.bad += found.bad.length
    total['applied twice'] += twice.length
    expect({ ...found, twice, keptUnacknowledged: 0 }, `trial ${trial}, seed ${seed}`).toEqual({
      lost: [],
      torn: [],
      bad: [],
      twice: [],
      keptUnacknowledged: 0,
    })
    const acknowledged = attempts.filter(({ revision }) => revision !== null).length
    total.acknowledged += acknowledged
    total['kept unacknowledged'] += found.keptUnacknowledged
    if (acknowledged === 0) total.idle += 1
  }
  console.log(
    `crash: ${trials} kills, ${Object.entries(total)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}, seed ${seed}`,
  )
  expect(total.acknowledged).toBeGreaterThan(trials)
})

test('the inspection would find a loss, a half write and a gap', async () => {
  const databaseUrl = `file:${join(folder, 'control.db')}`
  const server = await startBuilt(databaseUrl)
  const network = await createNetwork(server)
  const attempts = [makeAttempt('one'), makeAttempt('two')]
  for (const attempt of attempts) attempt.revision = (await send(server, network, attempt))?.revision ?? null
  await server.kill()
  expect(await inspect(databaseUrl, network, attempts)).toEqual({ lost: [], torn: [], bad: [], keptUnacknowledged: 0 })
  const connection = new Database(fileOf(databaseUrl))
  connection.exec("DELETE FROM node WHERE id = 'node-one'; UPDATE network SET revision = revision + 1")
  connection.close()
  const found = await inspect(databaseUrl, network, [...attempts, { ...makeAttempt('three'), revision: 4 }]).catch((error: unknown) => String(error))
  expect(found).toContain('the log ends before the last revision')
  const again = new Database(fileOf(databaseUrl))
  again.exec('UPDATE network SET revision = revision - 1')
  again.close()
  expect(await inspect(databaseUrl, network, [...attempts, { ...makeAttempt('three'), revision: 4 }])).toMatchObject({
    lost: ['three'],
    torn: ['half of one', 'node node-one differs from its log'],
  })
})

test('a server that is asked to end does so within ten seconds, open event streams or not', async () => {
  const server = await startBuilt(`file:${join(folder, 'polite.db')}`)
  const network = await createNetwork(server)
  const streams = await Promise.all(
    Array.from({ length: 5 }, () => fetch(`${server.url}/api/v1/networks/${network}/events`, { headers: server.headers })),
  )
  const readers = streams.map((each) => each.text())
  expect(await send(server, network, makeAttempt('before'))).toMatchObject({ revision: 2 })
  const start = performance.now()
  expect(await server.end()).toBe(0)
  expect(performance.now() - start).toBeLessThan(10_000)
  for (const text of await Promise.all(readers)) expect(text).toContain('"revision":2')
})
