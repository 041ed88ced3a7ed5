import { describe, expect, test } from 'vitest'
import { pack, unpack } from '../../../../lib/client/what-if/protocol.ts'
import { suppose } from '../../../../lib/domain/measure/what-if/apply.ts'
import { compareWhatIf } from '../../../../lib/domain/measure/what-if/compare.ts'
import { whatIfEditsSchema } from '../../../../lib/domain/measure/what-if/edit.ts'
import type { FindingChanges, WhatIfFinding } from '../../../../lib/domain/measure/what-if/findings.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { goldenNetwork, needsNetwork, record } from '../../sketch.ts'

const today = '2027-02-10'

function changes(before: Snapshot, cycleId: string, ...given: readonly unknown[]): FindingChanges {
  const { snapshot, goneNodeIds } = suppose(before, whatIfEditsSchema.parse(given), today)
  return compareWhatIf(before, snapshot, { goalIds: [], cycleId, today, goneNodeIds }).findings
}

function said(findings: readonly WhatIfFinding[]): string[] {
  return findings.map(({ sentence }) => sentenceText(sentence))
}

const late = { kind: 'promise', dependencyId: 'd1', promisedOn: '2027-04-20', neededOn: '2027-02-01' }

describe('CN113: important findings that come and go', () => {
  test('CN113: a promise beyond its need and the end of the cycle is found twice, and only as it would be', () => {
    const { comes, goes, differs } = changes(goldenNetwork(), 'cycle_q', late)
    expect(said(comes)).toEqual([
      'Finance and funding promised “Capacity funding live for 3 value streams” for 20 Apr, 78 days after “Hire 12 engineers” needs it (1 Feb).',
      'Finance and funding promised “Capacity funding live for 3 value streams” for 20 Apr; 2027-Q1 ends on 31 Mar, and “Hire 12 engineers” with it.',
    ])
    expect([goes, differs]).toEqual([[], []])
  })
  test('CN113: a need that is added back to whoever it waits for makes a ring', () => {
    const { comes } = changes(goldenNetwork(), 'cycle_q', { kind: 'add', consumerKeyResultId: 'K10', supplierKeyResultId: 'K7', strength: 1 })
    expect(comes.map(({ rule }) => rule)).toContain('ring')
  })
  test('CN113: what is dropped is refused no more, and a node that is gone takes its promises back', () => {
    expect(changes(goldenNetwork(), 'cycle_q', { kind: 'drop', dependencyId: 'd9' }).goes.map(({ id }) => id)).toEqual(['refused:d9'])
    const { comes } = changes(goldenNetwork(), 'cycle_q', { kind: 'without', entity: 'node', id: 'node_talent' })
    expect(comes.map(({ id }) => id)).toEqual(['refused:d3'])
  })
  test('CN113: who would have promised too much is told, though that is only worth a look', () => {
    const busy = needsNetwork(
      { a: {}, b: {}, c: {} },
      [
        { supplier: 'a', consumer: 'b' },
        { supplier: 'a', consumer: 'c' },
      ],
      {
        checkSetting: [{ id: 's', rule: 'overload', limit: 1 }],
      },
    )
    expect(changes(busy, 'q', { kind: 'drop', dependencyId: 'd1' }).goes.map(({ rule }) => rule)).toEqual(['overload'])
  })

  const early = needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', promisedOn: '2027-02-20', neededOn: '2027-02-15' }])

  test('CN113: of more days another sentence is told', () => {
    const { comes, goes, differs } = changes(early, 'q', { kind: 'promise', dependencyId: 'd1', promisedOn: '2027-03-01', neededOn: null })
    expect([comes, goes, said(differs)]).toEqual([[], [], ['node_a promised “a” for 1 Mar, 14 days after “b” needs it (15 Feb).']])
  })
  test('CN113: what is accepted, or switched off, is not told', () => {
    const earlier = { kind: 'promise', dependencyId: 'd1', promisedOn: '2027-02-15', neededOn: null }
    expect(changes(early, 'q', earlier).goes).toHaveLength(1)
    for (const quiet of [
      { acceptance: [record('acceptance', { id: 'x', finding: 'backwards:d1', rule: 'backwards' })] },
      { checkSetting: [record('checkSetting', { id: 's', rule: 'backwards', isOn: false })] },
    ])
      expect(changes(unpack({ ...pack(early), records: { ...pack(early).records, ...quiet } }), 'q', earlier).goes).toEqual([])
  })
  test('CN113: an ask that has waited for too long is found in what the worker is sent', () => {
    const asked = needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', state: 'requested' }], {
      promiseMove: [{ id: 'm', dependencyId: 'd1', move: 'request', to: 'requested', side: 'consumer', at: '2027-01-10T09:00:00Z' }],
    })
    const dropped = { kind: 'drop', dependencyId: 'd1' }
    expect(changes(asked, 'q', dropped).goes.map(({ id }) => id)).toEqual(['unanswered:d1'])
    expect(changes(unpack(pack(asked)), 'q', dropped)).toEqual(changes(asked, 'q', dropped))
  })
})
