import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { tell } from '../../db/query.ts'
import { contentHashOf } from '../../lib/server/backup/content-hash.ts'
import { makeBackup } from '../../lib/server/backup/make.ts'
import { restoreBackup } from '../../lib/server/backup/restore.ts'
import { openSource } from '../../lib/server/backup/source.ts'
import { fileOf, openStore } from '../../lib/server/store.ts'
import { ask, createNetwork } from './scenes.ts'
import { startBuilt, type WeftProcess } from './weft-process.ts'
import { makeAttempt, send } from './writers.ts'

const trials = process.env['WEFT_LONG'] ? 100 : 20
const clients = 4
/** Between two edits of one client: a busy afternoon, so that the copies stay small. */
const betweenMs = 60

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-backups-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes from several clients until it is told to stop. */
function writeOn(server: WeftProcess, network: string) {
  const acknowledged: string[] = []
  let isOver = false
  const client = async (number: number) => {
    for (let at = 0; !isOver; at += 1) {
      const attempt = makeAttempt(`c${number}-${at}`)
      if (await send(server, network, attempt)) acknowledged.push(attempt.id)
      await pause(betweenMs)
    }
  }
  const clientsEnd = Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  const stop = async () => {
    isOver = true
    await clientsEnd
  }
  return { acknowledged, stop }
}

/** How long the server lets somebody wait who only asks whether it is there, the worst of all times. */
function watchWaits(server: WeftProcess) {
  let [worstMs, isOver] = [0, false]
  const watch = async () => {
    while (!isOver) {
      const since = performance.now()
      await ask(server, '/healthz')
      worstMs = Math.max(worstMs, performance.now() - since)
      await pause(10)
    }
  }
  const watching = watch()
  const stop = async () => {
    isOver = true
    await watching
    return worstMs
  }
  return { stop }
}

/** What of the acknowledged edits is not in a database. */
function missingIn(databaseUrl: string, ids: readonly string[]): string[] {
  const connection = new Database(fileOf(databaseUrl), { readonly: true })
  try {
    const found = connection.prepare('SELECT id FROM area UNION ALL SELECT id FROM node').pluck().all()
    const there = new Set(found)
    return ids.filter((id) => !there.has(`area-${id}`) || !there.has(`node-${id}`))
  } finally {
    connection.close()
  }
}

async function hashOf(databaseUrl: string): Promise<string> {
  const source = await openSource(databaseUrl)
  return contentHashOf(source).finally(() => source.close())
}

test(`F-15: ${trials} copies under writes hold all that was acknowledged before they began, and restore to what they hold`, async () => {
  const folder = ownFolder()
  const databaseUrl = `file:${join(folder, 'weft.db')}`
  const server = await startBuilt(databaseUrl)
  const network = await createNetwork(server)
  const writing = writeOn(server, network)
  const waits = watchWaits(server)
  const copies = join(folder, 'copies')
  let slowestMs = 0
  let acknowledged = 0
  for (let trial = 0; trial < trials; trial += 1) {
    const before = writing.acknowledged.slice()
    const since = performance.now()
    const made = await makeBackup({
      databaseUrl,
      folder: copies,
      keep: { daily: 1, weekly: 0, monthly: 0 },
      now: new Date(1_800_000_000_000 + trial * 1_000),
    })
    slowestMs = Math.max(slowestMs, performance.now() - since)
    const restored = `file:${join(folder, `restored-${trial}`, 'weft.db')}`
    await restoreBackup(made.path, restored, { replace: false, stamp: '' })
    expect(missingIn(restored, before), `copy ${trial}`).toEqual([])
    expect(await hashOf(restored)).toBe(made.contentHash)
    acknowledged = before.length
    rmSync(join(folder, `restored-${trial}`), { recursive: true })
  }
  const worstMs = await waits.stop()
  await writing.stop()
  expect(await server.end()).toBe(0)
  expect(acknowledged).toBeGreaterThan(trials)
  expect(readdirSync(copies)).toHaveLength(1)
  console.log(
    `backup: ${trials} copies, ${acknowledged} edits, slowest copy ${Math.round(slowestMs)} ms, longest wait for the server ${Math.round(worstMs)} ms`,
  )
  expect(worstMs).toBeLessThan(10_000)
})

/** Writes down that a job is due, as after a night in which no server ran. */
async function makeDue(databaseUrl: string, name: string): Promise<void> {
  const store = await openStore(databaseUrl)
  await store.write('jobs', (statements) => tell(statements.enterJob, { name, nextAt: new Date(Date.now() - 60_000) }))
  await store.close()
}

test('OP10: the server makes a copy by itself when it is due, in a process of its own, and says how it stands', async () => {
  const folder = ownFolder()
  const databaseUrl = `file:${join(folder, 'weft.db')}`
  await makeDue(databaseUrl, 'backup')
  const copies = join(folder, 'copies')
  const server = await startBuilt(databaseUrl, { env: { BACKUP_DIR: copies, METRICS: 'on' } })
  await vi.waitFor(async () => expect((await ask(server, '/readyz')).body.checks.backup).toBe('good'), { timeout: 20_000, interval: 250 })
  const names = readdirSync(copies)
  expect(names).toEqual([expect.stringMatching(/^weft-.*Z\.backup$/)])
  expect(statSync(join(copies, names[0] ?? '')).mode & 0o777).toBe(0o600)
  const { body } = await ask(server, '/metrics')
  expect(body).toContain('weft_backup_state{state="good"} 1')
  expect(body).toContain('weft_backups 1')
  await server.end()
})

test('OP13: a copy that cannot be made is told by the log and by readiness, which stays green', async () => {
  const folder = ownFolder()
  const databaseUrl = `file:${join(folder, 'weft.db')}`
  await makeDue(databaseUrl, 'backup')
  const server = await startBuilt(databaseUrl, { env: { BACKUP_DIR: join(fileOf(databaseUrl), 'copies') } })
  const told = async () => expect(await ask(server, '/readyz')).toMatchObject({ status: 200, body: { checks: { backup: 'failed' } } })
  await vi.waitFor(told, { timeout: 20_000, interval: 250 })
  expect(server.logged()).toMatch(/no copy of the database was made: The copy could not be written or read: .*"job":"backup"/)
  await server.end()
})
