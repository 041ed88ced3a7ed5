import { describe, expect, test } from 'vitest'
import type { Who } from '../../../lib/domain/access.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { inboxOf } from '../../../lib/domain/promise/inbox.ts'
import { promiseMeasures } from '../../../lib/domain/promise/measures.ts'
import { historyOf } from '../../../lib/domain/promise/stand.ts'
import { applyChanges, find, listOf, makeSnapshot, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { sample } from '../../../lib/domain/template/sample/sample.ts'
import { replayed } from '../promise/replay.ts'

function sampleOn(today: string): Snapshot {
  const parsed = parseDocument(sample(today, 'Coldline'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(parsed.document))
  return snapshot
}

const today = '2027-03-10'
const snapshot = sampleOn(today)
const promises = listOf(snapshot, 'dependency')

describe('the history of the sample’s promises', () => {
  test.each(promises.map((need) => ({ name: need.what, need })))('leads by the table of moves to where it stands: $name', ({ need }) => {
    expect(replayed(snapshot, need, historyOf(snapshot, need.id))).toEqual(need)
  })

  test('every promise but a draft has one, made by people of the two sides, in order and in the past', () => {
    for (const need of promises) {
      const moves = historyOf(snapshot, need.id)
      expect(moves.length > 0, need.what).toBe(need.state !== 'draft')
      expect(moves.map(({ at }) => at)).toEqual(moves.map(({ at }) => at).toSorted())
      for (const { personId, at } of moves) {
        expect(find(snapshot, 'person', personId), need.what).toBeDefined()
        expect(at < `${today}T00:00:00Z`).toBe(true)
      }
    }
  })

  test('it holds on any day', () => {
    for (const day of ['2026-12-31', '2028-02-29', '2027-10-31']) {
      const other = sampleOn(day)
      for (const need of listOf(other, 'dependency')) expect(replayed(other, need, historyOf(other, need.id)), day).toEqual(need)
    }
  })

  test('there is something of each kind to answer, and measures to read', () => {
    const owner: Who = { personId: 'sample_person_amara', role: 'owner', members: new Map([['sample_person_amara', 'owner']]) }
    const assessment = assess(snapshot, { today, cycleId: null })
    const kinds = new Set(inboxOf(snapshot, assessment, owner, `${today}T09:00:00Z`).map(({ kind }) => kind))
    expect([...kinds].toSorted()).toEqual(['answer', 'checkIn', 'counter', 'deliver', 'delivery', 'proposal', 'refused'])
    const measures = promiseMeasures(snapshot, assess(snapshot, { today, cycleId: 'sample_cycle_running' }), null, today)
    expect(measures).toMatchObject({
      promised: { count: 15, of: 20, unknown: 0 },
      answered: { count: 16, of: 18, unknown: 0 },
      daysToAnswer: { median: 3, count: 16, unknown: 0 },
      kept: { count: 1, of: 4, unknown: 0 },
      revoked: { early: 0, late: 0 },
    })
  })
})
