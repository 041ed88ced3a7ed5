import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backupCondition } from '../../../lib/server/backup/condition.ts'
import { sqliteExecutor, takeFile } from '../../../lib/server/executor-sqlite.ts'
import { makeStore } from '../../../lib/server/make-store.ts'
import { openReadiness } from '../../../lib/server/operation/readiness.ts'
import { projectRoot } from '../../../lib/server/root.ts'
import type { StoreCheck } from '../../../lib/server/store.ts'
import { ownFolder } from '../backup/backup-kit.ts'

const well: StoreCheck = { ok: true, dialect: 'sqlite', version: '3', migration: 'm', faults: [], settings: {} }
const full: StoreCheck = { ...well, ok: false, faults: [{ about: 'disk', message: 'Only 3 MB are free where /srv/weft.db lies. Make room.' }] }

describe('readiness', () => {
  test('OP2: looks once a second, however often it is asked', async () => {
    let [looks, now] = [0, 0]
    const check = async () => {
      looks += 1
      return well
    }
    const readiness = openReadiness({ store: { check }, monotonic: () => now })
    await Promise.all(Array.from({ length: 1_000 }, readiness))
    expect(looks).toBe(1)
    now = 1_001
    await readiness()
    expect(looks).toBe(2)
  })

  test('OP3: tells the log once when it turns red, with the reason, and once when it is well again; the answer names no path', async () => {
    let [state, now] = [well, 0]
    const told: unknown[][] = []
    const log = { error: (...line: unknown[]) => void told.push(line), warn: (...line: unknown[]) => void told.push(line) }
    const readiness = openReadiness({ store: { check: async () => state }, log, monotonic: () => (now += 2_000) })
    await readiness()
    state = full
    const red = await readiness()
    await readiness()
    state = well
    await readiness()
    expect(told).toEqual([
      [{ faults: ['Only 3 MB are free where /srv/weft.db lies. Make room.'] }, 'this server is not ready'],
      ['this server is ready again'],
    ])
    expect(red).toMatchObject({ isReady: false, checks: { database: 'ok', schema: 'ok', disk: 'full' } })
    expect(JSON.stringify(red)).not.toContain('/srv')
  })

  test('OP4: an old or failed copy is told and turns nobody away', async () => {
    const backup = async () => ({ state: 'failed', newest: null, count: 0, bytes: 0 }) as const
    expect(await openReadiness({ store: { check: async () => well }, backup })()).toMatchObject({ isReady: true, checks: { backup: 'failed' } })
    const broken = () => Promise.reject(new Error('gone'))
    expect(await openReadiness({ store: { check: async () => well }, backup: broken })()).toMatchObject({ checks: { backup: 'unreadable' } })
  })

  test('OP1: is red while a full disk keeps the database from being written, and heals by itself', async () => {
    const file = join(ownFolder(), 'weft.db')
    const taken = takeFile(projectRoot(), file)
    const store = makeStore(sqliteExecutor(taken), { clock: () => new Date(), newSetId: () => 'set_1' })
    const fill = (name: string) =>
      store.write('jobs', function* (statements) {
        yield { query: statements.enterJob, runs: [{ name: name.padEnd(20_000, 'x'), nextAt: new Date() }] }
      })
    const { connection } = taken.writer
    connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true }))}`)
    await expect(fill('a')).rejects.toMatchObject({ code: 'STORAGE_FULL' })
    expect(await store.check()).toMatchObject({ ok: false, faults: [{ about: 'database', message: expect.stringContaining('full') }] })
    expect(await store.networks()).toEqual([])
    connection.pragma('max_page_count = 100000')
    expect(await store.check()).toMatchObject({ ok: true, faults: [] })
    await fill('b')
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    await store.close()
  })

  test('OP1: is red where another program has changed the schema', async () => {
    const taken = takeFile(projectRoot(), join(ownFolder(), 'weft.db'))
    const store = makeStore(sqliteExecutor(taken), { clock: () => new Date(), newSetId: () => 'set_1' })
    taken.writer.connection.exec("INSERT INTO weft_migration (ordinal, tag) VALUES (9999, '9999_later')")
    expect(await store.check()).toMatchObject({ ok: false, faults: [{ about: 'schema', message: expect.stringContaining('9999_later') }] })
    await store.close()
  })
})

describe('how it stands with the copies', () => {
  const plan = (folder: string) => ({ folder, at: '0 3 * * *', keep: { daily: 7, weekly: 4, monthly: 6 } })
  const stateAt = (folder: string, now: string, turn: Parameters<typeof backupCondition>[1] = null) =>
    backupCondition(plan(folder), turn, new Date(now)).state
  const copyOf = (folder: string, night: string) => writeFileSync(join(folder, `weft-${night}T03-00-05Z.backup`), 'copy')

  test('OP19: good until an hour after the next turn, then old; the clock of the pattern is that of the server', () => {
    const folder = ownFolder()
    expect(stateAt(folder, '2027-02-10T12:00:00Z')).toBe('none')
    copyOf(folder, '2027-02-10')
    expect(backupCondition(plan(folder), null, new Date('2027-02-10T12:00:00Z'))).toMatchObject({ state: 'good', count: 1, bytes: 4 })
    expect(stateAt(folder, '2027-02-10T23:00:00Z')).toBe('good')
    expect(stateAt(folder, '2027-02-12T12:00:00Z')).toBe('old')
  })

  test('OP19: failed where the last turn did, until a newer copy is there', () => {
    const folder = ownFolder()
    copyOf(folder, '2027-02-10')
    const turn = { lastAt: new Date('2027-02-11T03:00:00Z'), lastOutcome: 'failed' }
    expect(stateAt(folder, '2027-02-11T03:30:00Z', turn)).toBe('failed')
    copyOf(folder, '2027-02-11')
    expect(stateAt(folder, '2027-02-11T03:30:00Z', turn)).toBe('good')
  })

  test('OP19: a folder that went away after copies were made is told; links and folders are no copies', () => {
    const folder = ownFolder()
    symlinkSync('/etc/hostname', join(folder, 'weft-2027-02-10T03-00-00Z.backup'))
    mkdirSync(join(folder, 'weft-2027-02-11T03-00-00Z.backup'))
    expect(stateAt(folder, '2027-02-11T12:00:00Z')).toBe('none')
    rmSync(folder, { recursive: true })
    expect(stateAt(folder, '2027-02-11T12:00:00Z', { lastAt: new Date('2027-02-10T03:00:00Z'), lastOutcome: 'done' })).toBe('unreadable')
  })
})
