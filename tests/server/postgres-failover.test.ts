import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { call } from '../../lib/domain/command/call.ts'
import { openStore, type Store } from '../../lib/server/store.ts'
import { findProgram, postgresPlaces } from '../../scripts/find-program.ts'
import { type Postgres, promote, startPostgres } from '../../scripts/postgres.ts'
import { commit, emptyNetwork } from './network-kit.ts'
import { startProxy } from './postgres-proxy.ts'
import { until } from './until.ts'

const program = process.env['WEFT_TEST_POSTGRES_URL'] ? findProgram(postgresPlaces) : null
const writers = 4

async function answerOf({ url }: Pick<Postgres, 'url'>, question: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query({ text: question, rowMode: 'array' }).finally(() => client.end())
  return rows[0]?.[0]
}

/** A server, one that follows it, and a line that can be led from the one to the other. */
async function makePair(settings: readonly string[]) {
  const primary = await startPostgres(program ?? '', { settings })
  onTestFinished(() => primary.stop())
  const standby = await startPostgres(program ?? '', { follow: primary.url })
  onTestFinished(() => standby.stop())
  await until(async () => (await answerOf(primary, "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")) === '1')
  const line = await startProxy(Number(new URL(primary.url).port))
  const store = await openStore(line.through(primary.url))
  onTestFinished(async () => {
    await store.close()
    await line.close()
  })
  const failOver = async () => {
    await primary.crash()
    line.leadTo(Number(new URL(standby.url).port))
    promote(program ?? '', standby)
  }
  return { primary, standby, store, failOver }
}

/** Writes until it is told to stop, as a browser does: what was not acknowledged is repeated under the same key. */
async function writeOn(store: Store, ctx: Awaited<ReturnType<typeof emptyNetwork>>, name: string, more: () => boolean) {
  const acknowledged: { readonly id: string; readonly at: number }[] = []
  for (let at = 0; more(); at += 1) {
    const id = `${name}-${at}`
    for (;;) {
      const answer = await commit(store, ctx, [call('area.create', { id, name: id })], { key: id, hash: id }).catch((error: unknown) => error)
      if (!(answer instanceof Error)) break
      expect(answer).toMatchObject({ code: 'UNAVAILABLE' })
    }
    acknowledged.push({ id, at: performance.now() })
  }
  return acknowledged
}

describe.skipIf(program === null)('the server that is written to fails, and its standby takes over', () => {
  test('OP39: with synchronous replication nothing that was acknowledged is lost, and nothing is there twice', { timeout: 60_000 }, async () => {
    const { store, standby, failOver } = await makePair(['synchronous_commit=on', 'synchronous_standby_names=*'])
    const ctx = await emptyNetwork(store)
    let lost = 0
    let isOver = false
    const writing = Promise.all(Array.from({ length: writers }, (_, at) => writeOn(store, ctx, `w${at}`, () => !isOver)))
    await until(async () => (await store.read(ctx.networkId)).tables.area.size > 20)
    const failed = performance.now()
    await failOver()
    lost = performance.now()
    const before = (await store.read(ctx.networkId)).tables.area.size
    await until(async () => (await store.read(ctx.networkId)).tables.area.size > before + 20)
    isOver = true
    const acknowledged = (await writing).flat()
    const { tables, revision } = await store.read(ctx.networkId)
    expect(acknowledged.filter(({ id }) => !tables.area.has(id))).toEqual([])
    expect(tables.area.size).toBe(acknowledged.length)
    expect(revision).toBe(acknowledged.length + 1)
    const first = Math.min(...acknowledged.map(({ at }) => at).filter((at) => at > lost))
    console.log(`failover: written again ${Math.round(first - lost)} ms after the promotion, ${Math.round(first - failed)} ms after the crash`)
    expect(first - lost).toBeLessThan(10_000)
    expect(await answerOf(standby, 'SELECT pg_is_in_recovery()')).toBe(false)
  })

  test('control: without it, what was acknowledged can be lost, and that would be seen', { timeout: 60_000 }, async () => {
    const { store, standby, failOver } = await makePair(['synchronous_commit=on'])
    const ctx = await emptyNetwork(store)
    await until(async () => (await answerOf(standby, `SELECT count(*) FROM network WHERE id = '${ctx.networkId}'`).catch(() => '0')) === '1')
    await answerOf(standby, "ALTER SYSTEM SET primary_conninfo = ''")
    await answerOf(standby, 'SELECT pg_reload_conf()')
    await until(async () => (await answerOf(standby, 'SELECT count(*) FROM pg_stat_wal_receiver')) === '0')
    expect(await commit(store, ctx, [call('area.create', { id: 'late', name: 'Late' })])).toMatchObject({ revision: 2 })
    await failOver()
    expect((await store.read(ctx.networkId)).tables.area.has('late')).toBe(false)
  })

  test('OP39: a standby is not read from: what it knows may be old', { timeout: 60_000 }, async () => {
    const { standby } = await makePair([])
    await expect(openStore(standby.url)).rejects.toThrow('standby')
  })
})
