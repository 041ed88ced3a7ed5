import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isLocked, openReader, openSqlite } from '../../db/sqlite.ts'
import type { Change } from '../../lib/domain/change.ts'
import { call } from '../../lib/domain/command/call.ts'
import { entitySchemas } from '../../lib/domain/entity.ts'
import { type OpenFile, sqliteExecutor, takeFile } from '../../lib/server/executor-sqlite.ts'
import { makeStore } from '../../lib/server/make-store.ts'
import { projectRoot } from '../../lib/server/root.ts'
import { openStore, type Store } from '../../lib/server/store.ts'
import { commit, emptyNetwork } from './network-kit.ts'

let folder = ''
let file = ''
let store: Store | undefined

/** A store whose connections a test can reach. */
function openHere(): { file: OpenFile; store: Store } {
  const taken = takeFile(projectRoot(), file)
  const made = makeStore(sqliteExecutor(taken), { clock: () => new Date(), newSetId: () => `set_${randomUUID()}` })
  store = made
  return { file: taken, store: made }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-sqlite-'))
  file = join(folder, 'weft.db')
})

afterEach(async () => {
  await store?.close()
  store = undefined
  rmSync(folder, { recursive: true, force: true })
})

const area = (id: string) => [call('area.create', { id, name: id.padEnd(400, '.') })]

describe('a SQLite file', () => {
  test('is opened durable and checked on every connection', () => {
    const { file: taken } = openHere()
    for (const { connection } of [taken.writer, taken.reader]) {
      expect(connection.pragma('synchronous', { simple: true })).toBe(2)
      expect(connection.pragma('journal_mode', { simple: true })).toBe('wal')
      expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(connection.pragma('busy_timeout', { simple: true })).toBeLessThanOrEqual(250)
    }
    expect(() => taken.reader.connection.exec('DELETE FROM request')).toThrow('readonly')
    const [readOnly, reader] = [openSqlite(file, { readOnly: true }), openReader(file)]
    expect(readOnly.connection.pragma('synchronous', { simple: true })).toBe(2)
    readOnly.connection.close()
    reader.connection.close()
  })

  test('a job whose reference leads nowhere fails alone: those that share its transaction are kept', async () => {
    const { store: made } = openHere()
    const ctx = await emptyNetwork(made)
    const node = entitySchemas.node.parse({ id: 'n', areaId: 'nowhere', name: 'N', slot: 0, rank: 1 })
    const lost: Change = { entity: 'node', id: 'n', before: null, after: node }
    const broken = made.commit(ctx, { name: 'broken', decide: () => [lost] }).catch((error: unknown) => String(error))
    const sound = [commit(made, ctx, area('first')), broken, commit(made, ctx, area('second'))]
    expect(await Promise.all(sound)).toMatchObject([{ revision: 2 }, expect.stringContaining('FOREIGN KEY'), { revision: 3 }])
    expect([...(await made.read(ctx.networkId)).tables.area.keys()]).toEqual(['first', 'second'])
    expect((await made.read(ctx.networkId)).tables.node.size).toBe(0)
  })

  test('whose folder cannot be made is refused with what to do', async () => {
    writeFileSync(file, 'a file, not a folder')
    await expect(openStore(`file:${join(file, 'weft.db')}`)).rejects.toThrow(/cannot be made.*Give another file with --database/)
  })

  test('belongs to one process, and is free as soon as that ends', async () => {
    const first = await openStore(`file:${file}`)
    await expect(openStore(`file:${file}`)).rejects.toThrow('Another Weft is running')
    expect(isLocked(file)).toBe(true)
    await first.close()
    expect(isLocked(file)).toBe(false)
    await (await openStore(`file:${file}`)).close()
  })

  test('that is no database is refused and left alone', async () => {
    writeFileSync(file, 'not a database, but long enough to have a header '.repeat(40))
    await expect(openStore(`file:${file}`)).rejects.toThrow(/not a database/)
    expect(isLocked(file)).toBe(false)
  })
})

describe('writes on SQLite', () => {
  test('that wait together are made durable together', async () => {
    const { file: taken, store: made } = openHere()
    const ctx = await emptyNetwork(made)
    const before = framesIn(taken)
    await Promise.all(Array.from({ length: 50 }, (_, at) => commit(made, ctx, [call('team.create', { id: `t${at}`, name: 'T' })])))
    const together = framesIn(taken) - before
    for (let at = 50; at < 100; at += 1) await commit(made, ctx, [call('team.create', { id: `t${at}`, name: 'T' })])
    expect(together).toBeLessThan((framesIn(taken) - before - together) / 3)
  })

  test('on a full disk are refused, nothing is half written, and it heals when there is room again', async () => {
    const { file: taken, store: made } = openHere()
    const ctx = await emptyNetwork(made)
    const { connection } = taken.writer
    connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + 2}`)
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, (_, at) => commit(made, ctx, area(`a${at}`))))
    const refused = outcomes.filter((each) => each.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'STORAGE_FULL', details: { reason: 'full' } })
    const { revision, tables } = await made.read(ctx.networkId)
    expect(tables.area.size).toBe(outcomes.length - refused.length)
    expect(revision).toBe(1 + tables.area.size)
    connection.pragma('max_page_count = 100000')
    await expect(commit(made, ctx, area('healed'))).resolves.toMatchObject({ revision: revision + 1 })
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('on a database that cannot be written are refused while it still answers', async () => {
    const { file: taken, store: made } = openHere()
    const ctx = await emptyNetwork(made)
    taken.writer.connection.pragma('query_only = ON')
    await expect(commit(made, ctx, area('a'))).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { reason: 'readOnly' } })
    expect((await made.read(ctx.networkId)).tables.area.size).toBe(0)
    taken.writer.connection.pragma('query_only = OFF')
    await expect(commit(made, ctx, area('a'))).resolves.toMatchObject({ revision: 2 })
  })

  test('wait for another program that holds the file, and are refused when it holds it too long', async () => {
    const { store: made } = openHere()
    const ctx = await emptyNetwork(made)
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    const waiting = commit(made, ctx, area('patient'))
    setTimeout(() => other.exec('COMMIT'), 400)
    await expect(waiting).resolves.toMatchObject({ revision: 2 })
    other.exec('BEGIN IMMEDIATE')
    await expect(commit(made, ctx, area('late'))).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { reason: 'busy' } })
    expect((await made.check()).ok).toBe(false)
    other.exec('ROLLBACK')
    other.close()
    expect((await made.check()).ok).toBe(true)
  })

  test('that a bug interrupts leave the snapshot as the tables are', async () => {
    const { store: made } = openHere()
    const ctx = await emptyNetwork(made)
    const broken = made.commit(ctx, {
      name: 'broken',
      decide: (snapshot) => {
        snapshot.tables.network.clear()
        throw new TypeError('a bug')
      },
    })
    await expect(broken).rejects.toThrow('a bug')
    expect((await made.read(ctx.networkId)).tables.network.size).toBe(1)
  })
})

/** How many pages the write-ahead log got so far: each commit writes its own. */
function framesIn({ writer }: OpenFile): number {
  const [row] = [writer.connection.pragma('wal_checkpoint(PASSIVE)')].flat()
  return Number(Reflect.get(Object(row), 'log'))
}
