import { describe, expect, test } from 'vitest'
import { documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import { historyOf, weeksOf } from '../../../lib/domain/health/history.ts'
import { healthSentence } from '../../../lib/domain/health/sentence.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { applyChanges, listOf, makeSnapshot, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { isSample } from '../../../lib/domain/template/sample/company.ts'
import { sample } from '../../../lib/domain/template/sample/sample.ts'
import { addDays, daysBetween } from '../../../lib/domain/time.ts'

const weekFrom = (day: string) => Array.from({ length: 7 }, (_, count) => addDays(day, count))
const days = [...weekFrom('2026-11-21'), ...weekFrom('2026-12-28'), '2028-02-29', '2027-03-31', '2027-10-31']

function snapshotOn(today: string): Snapshot {
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(sample(today, 'Sample company')))
  return snapshot
}

/** Every key result that waits for one, directly or through others. */
function downstreamOf(snapshot: Snapshot, keyResultId: string): Set<string> {
  const reached = new Set<string>()
  const visit = (id: string) => {
    for (const { consumerKeyResultId, supplierKeyResultId } of snapshot.tables.dependency.values())
      if (supplierKeyResultId === id && !reached.has(consumerKeyResultId)) {
        reached.add(consumerKeyResultId)
        visit(consumerKeyResultId)
      }
  }
  visit(keyResultId)
  return reached
}

describe('what the sample company holds', () => {
  const snapshot = snapshotOn('2026-11-21')
  const running = listOf(snapshot, 'objective').filter(({ cycleId }) => cycleId === 'sample_cycle_running')
  const runningIds = new Set(running.map(({ id }) => id))
  const keyResults = listOf(snapshot, 'keyResult').filter(({ objectiveId }) => runningIds.has(objectiveId))

  test('about 24 key results with every kind of metric, on every node', () => {
    expect(keyResults.length).toBeGreaterThanOrEqual(22)
    expect(keyResults.length).toBeLessThanOrEqual(28)
    expect(new Set(keyResults.map(({ metric }) => metric.kind)).size).toBe(6)
    expect(new Set(running.map(({ nodeId }) => nodeId)).size).toBe(snapshot.tables.node.size)
  })

  test('20 promises in many states', () => {
    const ids = new Set<string>(keyResults.map(({ id }) => id))
    const promises = listOf(snapshot, 'dependency').filter(({ consumerKeyResultId }) => ids.has(consumerKeyResultId))
    expect(promises).toHaveLength(20)
    expect(new Set(promises.map(({ state }) => state)).size).toBeGreaterThanOrEqual(7)
    expect(promises.filter(({ supplierKeyResultId }) => supplierKeyResultId === null).length).toBeGreaterThan(0)
  })

  test('an objective has 1 to 3 key results', () => {
    for (const { id } of running) {
      const count = keyResults.filter(({ objectiveId }) => objectiveId === id).length
      expect([1, 2, 3], id).toContain(count)
    }
  })

  test('every id is marked, and the network as well', () => {
    for (const table of Object.values(snapshot.tables)) for (const id of table.keys()) expect(id).toMatch(/^sample_/)
    for (const network of snapshot.tables.network.values()) expect(isSample(network)).toBe(true)
  })

  test('every exchange is rated by both sides, some are not confirmed', () => {
    const exchanges = listOf(snapshot, 'exchange')
    for (const { valueBySender, valueByReceiver } of exchanges) expect([valueBySender === null, valueByReceiver === null]).toEqual([false, false])
    expect(new Set(exchanges.map(({ confirmed }) => confirmed))).toEqual(new Set([true, false]))
  })

  test('three health metrics with eight weeks of readings: one red, one amber, one green', () => {
    const histories = listOf(snapshot, 'healthMetric').map(({ id }) => historyOf(snapshot, id))
    expect(histories.map(({ status }) => status)).toEqual(['red', 'amber', 'green'])
    for (const history of histories) {
      expect(weeksOf(history, '2026-11-21')).not.toContain(null)
      expect(history.last?.reading.value).toBe(history.metric.current)
    }
    expect(histories.map((history) => healthSentence(history, '2026-11-21'))).toEqual([
      '“Nights on call without a wake-up” is at 64%, 21 points below its band of 85 to 100%. It has been outside since 6 Nov.',
      '“Hours until a client has an answer” is at 5.1 h, 1.1 h above its limit of 4 h. It has been outside since 5 Nov.',
      '“Colleagues who would recommend working here” is at 84%, inside its band of 75 to 100%. It was 85% on 11 Nov.',
    ])
  })

  test('every node has one lead', () => {
    const leads = listOf(snapshot, 'participation').filter(({ tier }) => tier === 'lead')
    expect(leads.map(({ nodeId }) => nodeId).sort()).toEqual([...snapshot.tables.node.keys()].sort())
  })
})

describe.each(days)('the sample company on %s', (today) => {
  const snapshot = snapshotOn(today)
  const assessment = assess(snapshot, { today, cycleId: 'sample_cycle_running' })
  const own = [...assessment.keyResults.values()].filter(({ cycleId }) => cycleId === 'sample_cycle_running')

  test('shows the first problem: a late promise that much waits for', () => {
    const late = [...assessment.dependencies.values()].filter(({ marks }) => marks.includes('late'))
    const [worst] = late.sort((a, b) => b.lateDays - a.lateDays)
    expect(worst).toMatchObject({ supplierKeyResultId: 'sample_kr_event-stream', lateDays: 12, strength: 1, isInsideNode: false })
    expect(late).toHaveLength(2)
    expect(downstreamOf(snapshot, 'sample_kr_event-stream').size).toBeGreaterThanOrEqual(6)
    expect(assessment.keyResults.get('sample_kr_live-alerts')).toMatchObject({ stated: 'at-risk', blockedHops: 1 })
  })

  test('shows the second problem: one result whose owner is confident while it is blocked', () => {
    expect(own.filter(({ disagrees }) => disagrees).map(({ id }) => id)).toEqual(['sample_kr_audit-files'])
    expect(assessment.keyResults.get('sample_kr_audit-files')).toMatchObject({ stated: 'on-track', blockedHops: 2 })
  })

  test('shows something late, at risk, off track, stale, done and on track, and most of it on track', () => {
    expect(own.some(({ derived }) => derived.includes('stale'))).toBe(true)
    expect(own.filter(({ derived }) => derived.includes('stale'))).toHaveLength(1)
    const counts = assessment.network.counts
    for (const status of ['on-track', 'at-risk', 'off-track', 'stale', 'blocked', 'late', 'done'] as const)
      expect(counts[status], status).toBeGreaterThan(0)
    expect(counts['on-track']).toBeGreaterThan(own.length / 3)
  })

  test('has a running quarter, and check-ins of eight weeks before today that agree with where things stand', () => {
    const checkIns = listOf(snapshot, 'checkIn')
    const cycle = snapshot.tables.cycle.get('sample_cycle_running')
    for (const { at } of checkIns) {
      expect(at.slice(0, 10) < today && at.slice(0, 10) >= (cycle?.startsOn ?? '')).toBe(true)
      expect(daysBetween(at.slice(0, 10), today)).toBeLessThanOrEqual(62)
    }
    expect(new Set(checkIns.map(({ at }) => Math.floor(daysBetween(at.slice(0, 10), today) / 7))).size).toBeGreaterThanOrEqual(8)
    for (const { id } of own) {
      const keyResult = snapshot.tables.keyResult.get(id)
      const last = checkIns.findLast(({ keyResultId }) => keyResultId === id)
      const { metric } = keyResult ?? {}
      const now = metric?.kind === 'milestone' ? metric.steps.map(({ done }) => done) : metric?.current
      expect([last?.value, last?.confidence], id).toEqual([now, keyResult?.confidence])
    }
  })

  test('asks for dates inside the quarter', () => {
    const cycle = snapshot.tables.cycle.get('sample_cycle_running')
    for (const { neededOn, promisedOn, consumerKeyResultId } of listOf(snapshot, 'dependency'))
      if (!consumerKeyResultId.includes('next-'))
        for (const day of [neededOn, promisedOn]) if (day !== null) expect(day >= (cycle?.startsOn ?? '') && day <= (cycle?.endsOn ?? '')).toBe(true)
  })
})
