import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { failureOf } from '../../db/failure.ts'
import { ask } from '../../db/query.ts'
import { call } from '../../lib/domain/command/call.ts'
import { localHeader } from '../../lib/server/auth/local-secret.ts'
import { explain } from '../../lib/server/executor.ts'
import { openStore, type Store } from '../../lib/server/store.ts'
import { type Answer, browserOf, localText, openProcess } from './auth/account-kit.ts'
import { describeOnPostgres, type TestDatabase } from './describe-on-each-database.ts'
import { commit, emptyNetwork } from './network-kit.ts'
import { type CommitFault, type FaultyLine, startProxy } from './postgres-proxy.ts'
import { recordsOf } from './records.ts'
import { until } from './until.ts'

/** What was promised is five seconds; a machine that is busy with other tests gets twice that. */
const mostMs = 10_000

/** A store by way of a proxy, and one beside it that nothing disturbs. */
function proxied({ url, store }: TestDatabase) {
  let made: { readonly proxy: FaultyLine; readonly store: Store } | undefined
  beforeAll(async () => {
    const proxy = await startProxy(Number(new URL(url()).port))
    made = { proxy, store: await openStore(proxy.through(url())) }
  })
  afterAll(async () => {
    await made?.store.close()
    await made?.proxy.close()
  })
  const current = () => {
    if (made) return made
    throw new Error('the proxy is not there yet')
  }
  return { proxy: () => current().proxy, store: () => current().store, beside: store }
}

/** Asks for the networks as a browser does, by way of the whole API. */
async function askOver(store: Store): Promise<Answer> {
  const process = openProcess(store)
  try {
    return await browserOf(() => process.app).send('GET', '/api/v1/networks', undefined, { [localHeader]: localText })
  } finally {
    process.close()
  }
}

const area = (id: string) => call('area.create', { id, name: id })

describeOnPostgres('a database that is lost', (database) => {
  const { proxy, store, beside } = proxied(database)
  beforeEach(() => proxy().refuse(false))

  async function onServer(statement: string): Promise<void> {
    const client = new Client({ connectionString: database.url() })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }

  /** A network that this store has written to, so that it has connections. */
  async function written() {
    const ctx = await emptyNetwork(store())
    await commit(store(), ctx, [area('first')])
    return ctx
  }

  /** Holds both stores against each other and against what was acknowledged: nothing lost, nothing twice. */
  async function expectWhole(networkId: string, ids: readonly string[]): Promise<void> {
    const [seen, kept] = await Promise.all([store().read(networkId), beside().read(networkId)])
    expect([...kept.tables.area.keys()].sort()).toEqual([...ids].sort())
    expect(kept.revision).toBe(ids.length + 1)
    expect(recordsOf(seen)).toEqual(recordsOf(kept))
  }

  async function took(work: () => Promise<unknown>): Promise<number> {
    const start = performance.now()
    await work()
    return performance.now() - start
  }

  test('control: a client without any of this fails on each fault, and a commit is made although it says nothing', { timeout: 30_000 }, async () => {
    const open = async () => {
      const client = new Client({ connectionString: proxy().through(database.url()) })
      client.on('error', () => undefined)
      await client.connect()
      return client
    }
    const [one, two, three] = [await open(), await open(), await open()]
    await two.query('CREATE TABLE fault_control (id integer)')
    await two.query('BEGIN')
    await two.query("SELECT pg_notify('control', '')")
    await two.query('INSERT INTO fault_control VALUES (1)')
    const happened = proxy().onCommit('cut before the answer')
    await expect(two.query('COMMIT')).rejects.toThrow()
    await happened
    const check = new Client({ connectionString: database.url() })
    await check.connect()
    expect((await check.query('SELECT id FROM fault_control')).rows).toEqual([{ id: 1 }])
    await check.end()
    proxy().freeze()
    const answer = one.query('SELECT 1').then(
      () => 'answered',
      () => 'failed',
    )
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve('silent'), 3_000))])).toBe('silent')
    proxy().cut()
    await expect(three.query('SELECT 1')).rejects.toThrow()
    expect(await answer).toBe('failed')
  })

  test('OP34: writes and reads survive lines that are cut under them, each write made once', { timeout: 60_000 }, async () => {
    const ctx = await written()
    const ids = Array.from({ length: 20 }, (_, at) => `a${at}`)
    for (const [at, id] of ids.entries()) {
      const both = Promise.all([commit(store(), ctx, [area(id)]), store().read(ctx.networkId), store().networks()])
      await new Promise((resolve) => setTimeout(resolve, at % 10))
      proxy().cut()
      await both
    }
    await expectWhole(ctx.networkId, ['first', ...ids])
  })

  const faults: readonly CommitFault[] = ['cut before it arrives', 'cut before the answer', 'silent before it arrives', 'silent before the answer']
  test.each(faults)('OP35: a commit whose line is %s is made once, and answered', { timeout: 30_000 }, async (fault) => {
    const ctx = await written()
    const happened = proxy().onCommit(fault)
    const ms = await took(async () => {
      const answer = await commit(store(), ctx, [area('second')])
      expect(answer).toMatchObject({ revision: 3, replayed: false })
    })
    await happened
    expect(ms).toBeLessThan(mostMs)
    await commit(store(), ctx, [area('third')])
    await expectWhole(ctx.networkId, ['first', 'second', 'third'])
  })

  test('OP35: a write of operational rows is made once, too', { timeout: 30_000 }, async () => {
    await written()
    const key = `op35-${Date.now()}`
    const now = new Date()
    const count = () => store().write('accounts', (statements) => ask(statements.countAttempt, { key, now, cutoff: new Date(0) }))
    expect(await count()).toMatchObject([{ count: 1 }])
    for (const fault of faults) {
      const happened = proxy().onCommit(fault, key)
      await count()
      await happened
    }
    expect(await count()).toMatchObject([{ count: faults.length + 2 }])
  })

  test('OP36: lines that carry nothing any more are found out, for writes and reads alike', { timeout: 40_000 }, async () => {
    const ctx = await written()
    // Several lines, so that the one that is tried next is dead, too.
    await Promise.all(Array.from({ length: 8 }, () => store().networks()))
    proxy().freeze()
    expect(await took(() => commit(store(), ctx, [area('second')]))).toBeLessThan(mostMs)
    await Promise.all(Array.from({ length: 8 }, () => store().networks()))
    proxy().freeze()
    expect(await took(() => store().networks())).toBeLessThan(mostMs)
    await expectWhole(ctx.networkId, ['first', 'second'])
  })

  test('OP36: nor is a line that is slow', { timeout: 40_000 }, async () => {
    const ctx = await written()
    proxy().delay(150)
    try {
      expect(await commit(store(), ctx, [area('second')])).toMatchObject({ revision: 3 })
    } finally {
      proxy().delay(0)
    }
    await expectWhole(ctx.networkId, ['first', 'second'])
  })

  test('OP36: a server that takes its time is not taken for a dead line', { timeout: 40_000 }, async () => {
    const ctx = await written()
    const holder = new Client({ connectionString: database.url() })
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM network WHERE id = $1 FOR UPDATE', [ctx.networkId])
    const waiting = commit(store(), ctx, [area('second')])
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    const waits = "datname = current_database() AND application_name = 'weft' AND wait_event_type = 'Lock'"
    expect((await holder.query(`SELECT pid FROM pg_stat_activity WHERE ${waits}`)).rows).toHaveLength(1)
    await holder.query('COMMIT')
    await holder.end()
    expect(await waiting).toMatchObject({ revision: 3 })
    await expectWhole(ctx.networkId, ['first', 'second'])
  })

  test('OP34: connections that the server ends are made anew', { timeout: 30_000 }, async () => {
    const ctx = await written()
    const ids = Array.from({ length: 30 }, (_, at) => `b${at}`)
    const writing = (async () => {
      for (const id of ids) await commit(store(), ctx, [area(id)])
    })()
    for (let round = 0; round < 5; round += 1)
      await onServer(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'weft%' AND pid <> pg_backend_pid()",
      )
    await writing
    await expectWhole(ctx.networkId, ['first', ...ids])
  })

  test('OP37: while it is away, who asks is told after a while that nothing was saved; then all goes on by itself', { timeout: 40_000 }, async () => {
    const ctx = await written()
    proxy().refuse(true)
    proxy().cut()
    const refused = { code: 'UNAVAILABLE', details: { reason: 'unreachable' } }
    const ms = await took(() =>
      Promise.all([
        ...Array.from({ length: 10 }, (_, at) => expect(commit(store(), ctx, [area(`lost${at}`)])).rejects.toMatchObject(refused)),
        expect(store().networks()).rejects.toMatchObject(refused),
      ]),
    )
    expect(ms).toBeGreaterThan(4_000)
    expect(ms).toBeLessThan(15_000)
    expect((await store().check()).ok).toBe(false)
    const answer = await askOver(store())
    expect([answer.status, answer.headers.get('retry-after'), answer.body.code]).toEqual([503, '5', 'UNAVAILABLE'])
    expect(answer.body.detail).toContain('Nothing was saved')
    proxy().refuse(false)
    await commit(store(), ctx, [area('second')])
    expect((await store().check()).ok).toBe(true)
    expect((await askOver(store())).status).toBe(200)
    await expectWhole(ctx.networkId, ['first', 'second'])
  })

  test.each(['cut', 'freeze'] as const)(
    'OP38: hints that were missed while the line was lost (%s) are told when it is there again',
    { timeout: 30_000 },
    async (fault) => {
      const ctx = await written()
      const heard: number[] = []
      const words: string[] = []
      const stop = store().listen(ctx.networkId, (revision) => heard.push(revision))
      store().broadcast.listen((_, text) => void words.push(text))
      await until(async () => {
        beside().broadcast.send('presence', 'here')
        return words.length > 0
      })
      proxy().refuse(true)
      proxy()[fault]()
      const { revision } = await commit(beside(), ctx, [area('second')])
      expect(heard).not.toContain(revision)
      proxy().refuse(false)
      const ms = await took(() => until(() => heard.includes(revision)))
      expect(ms).toBeLessThan(mostMs)
      await until(async () => {
        beside().broadcast.send('access', 'there')
        return words.includes('there')
      })
      stop()
    },
  )

  test('OP38, LV16: what a process says before its line is there is said when it is', async () => {
    const words: string[] = []
    store().broadcast.listen((_, text) => void words.push(text))
    await until(async () => {
      beside().broadcast.send('presence', 'here')
      return words.length > 0
    })
    const fresh = await openStore(database.url())
    fresh.broadcast.send('presence', 'who is there?')
    await until(() => words.includes('who is there?'))
    await fresh.close()
  })
})

test('OP37: what the database takes too long for, or cannot say, is told in words that fit', () => {
  const told = (code: string) => explain(Object.assign(new Error('x'), { code }))
  expect(failureOf(Object.assign(new Error('x'), { code: '57014' }))).toBe('slow')
  expect(told('57014')).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('took too long') })
  expect(told('WEFT_OUTCOME_UNKNOWN')).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('same Idempotency-Key') })
  expect(told('25006')).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('standby') })
})
