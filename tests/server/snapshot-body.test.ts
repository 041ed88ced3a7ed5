import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeSnapshot } from '../../lib/contract/decode-snapshot.ts'
import { encodeSnapshot } from '../../lib/contract/snapshot-body.ts'
import { metricParts, type SnapshotBody } from '../../lib/contract/snapshot-columns.ts'
import { call } from '../../lib/domain/command/call.ts'
import { entitySchemas } from '../../lib/domain/entity.ts'
import { metricSchema } from '../../lib/domain/metric.ts'
import { makeSnapshot } from '../../lib/domain/snapshot.ts'
import { describeOnEachDatabase } from './describe-on-each-database.ts'
import { commit, now, planNetwork } from './network-kit.ts'
import { recordsOf } from './records.ts'

const travel = (body: SnapshotBody) => decodeSnapshot(JSON.parse(JSON.stringify(body)))

describe('the body of a snapshot', () => {
  test('of nothing is nothing', () => {
    expect(recordsOf(travel(encodeSnapshot(makeSnapshot({}, 3), now)))).toEqual(recordsOf(makeSnapshot({})))
    expect(travel(encodeSnapshot(makeSnapshot({}, 3), now)).revision).toBe(3)
  })

  test('lists the parts of every metric, each one once', () => {
    const parts = metricSchema.options.map(({ shape }) => [shape.kind.value, Object.keys(shape).filter((part) => part !== 'kind')])
    expect(metricParts).toEqual(Object.fromEntries(parts))
  })

  test('keeps the check-ins of eight weeks, and of each key result the latest', () => {
    const checkIn = (id: string, keyResultId: string, at: string) => entitySchemas.checkIn.parse({ id, rank: 1, keyResultId, at })
    const checkIns = [
      checkIn('old', 'a', '2026-10-01T00:00:00Z'),
      checkIn('older', 'a', '2026-09-01T00:00:00Z'),
      checkIn('first', 'b', '2026-11-17T00:00:00Z'),
      checkIn('stale', 'b', '2026-11-01T00:00:00Z'),
      checkIn('last', 'b', '2027-01-01T00:00:00Z'),
    ]
    const { tables } = travel(encodeSnapshot(makeSnapshot({ checkIn: checkIns }), now))
    expect([...tables.checkIn.keys()].sort()).toEqual(['first', 'last', 'old'])
  })
})

describeOnEachDatabase('bodies', ({ store }) => {
  test('hold every record, the same in each encoding', async () => {
    const ctx = await planNetwork(store())
    const { json, brotli, gzip, revision, etag } = await store().body(ctx.networkId)
    const text = new TextDecoder().decode(json)
    expect(brotliDecompressSync(brotli).toString()).toBe(text)
    expect(gunzipSync(gzip).toString()).toBe(text)
    const snapshot = decodeSnapshot(JSON.parse(text))
    expect(recordsOf(snapshot)).toEqual(recordsOf(await store().read(ctx.networkId)))
    expect(snapshot.revision).toBe(revision)
    expect(etag).toMatch(/^"[\w-]{8}-3"$/)
  })

  test('are built once for a revision, and anew for the next', async () => {
    const ctx = await planNetwork(store())
    const first = await store().body(ctx.networkId)
    expect(await store().body(ctx.networkId)).toBe(first)
    await commit(store(), ctx, [call('area.update', { id: 'area', set: { name: 'Renamed' } })])
    const second = await store().body(ctx.networkId)
    expect(second.etag).not.toBe(first.etag)
    expect(new TextDecoder().decode(second.json)).toContain('Renamed')
  })

  test('are right where a refused batch has shuffled the order of records in memory', async () => {
    const ctx = await planNetwork(store())
    await store().body(ctx.networkId)
    const refused = commit(store(), ctx, [
      call('node.delete', { id: 'node-a', carry: true }),
      call('team.update', { id: 'none', set: { name: 'X' } }),
    ])
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await commit(store(), ctx, [
      call('node.update', { id: 'node-b', set: { name: 'Renamed' } }),
      call('keyResult.update', { id: 'kr-b', set: { title: 'Renamed' } }),
    ])
    const { json } = await store().body(ctx.networkId)
    expect(recordsOf(decodeSnapshot(JSON.parse(new TextDecoder().decode(json))))).toEqual(recordsOf(await store().read(ctx.networkId)))
  })
})
