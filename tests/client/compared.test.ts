import { describe, expect, test } from 'vitest'
import { changedKeyResults, changesOf, comparedChain, comparedMap, countsOf, toldOf } from '../../lib/client/compare/scene-changes.ts'
import { unionAssessment, unionOf } from '../../lib/client/compare/union.ts'
import type { Compared } from '../../lib/client/compare/use-compared.ts'
import { chainInput } from '../../lib/client/scene-input/chain.ts'
import { mapInput } from '../../lib/client/scene-input/map.ts'
import type { CommandCall } from '../../lib/domain/command/call.ts'
import { runCommands } from '../../lib/domain/command/run.ts'
import { compare } from '../../lib/domain/history/compare.ts'
import { assess } from '../../lib/domain/okr/assess.ts'
import { fork, type Snapshot } from '../../lib/domain/snapshot.ts'
import { layoutMap } from '../../lib/layout/map/map.ts'
import { exampleNetworks } from '../layout/networks.ts'

const ctx = { actor: 'tests', who: { personId: null, role: 'owner', members: new Map() }, now: '2027-03-08T10:00:00Z' } as const

/** The sample before and after some edits, side by side as the browser has them. */
function comparedAfter(calls: (snapshot: Snapshot) => readonly CommandCall[]): Compared {
  const sample = exampleNetworks().find(({ name }) => name === 'sample')
  if (!sample) throw new Error('there is no sample')
  const { snapshot: earlier, assessment } = sample
  const later = fork(earlier)
  later.revision = 7
  runCommands(later, calls(earlier), ctx)
  const { cycleId, today } = assessment
  const side = (snapshot: Snapshot) => ({ snapshot, day: today, assessment: assess(snapshot, { cycleId, today }) })
  const [before, after] = [side(earlier), side(later)]
  const union = { snapshot: unionOf(earlier, later), assessment: unionAssessment(before.assessment, after.assessment) }
  return { before, after, comparison: compare(earlier, later), union }
}

function first<T>(table: ReadonlyMap<string, T>, isWanted: (record: T) => boolean = () => true): T {
  const found = [...table.values()].find(isWanted)
  if (!found) throw new Error('the sample has none')
  return found
}

function mapOf(compared: Compared) {
  return comparedMap(mapInput(compared.union.snapshot, compared.union.assessment), compared)
}

describe('two moments side by side', () => {
  test('where nothing was edited, nothing is marked', () => {
    const compared = comparedAfter(() => [])
    expect(changesOf(compared)).toEqual({})
    expect(toldOf(compared.comparison)).toEqual([])
    expect(layoutMap(mapOf(compared)).changes).toEqual({ items: {}, signs: [] })
  })

  test('an edit of one node marks that node, and no other', () => {
    const compared = comparedAfter(({ tables }) => [{ name: 'node.update', input: { id: first(tables.node).id, set: { name: 'Another name' } } }])
    const { id } = first(compared.before.snapshot.tables.node)
    expect(changesOf(compared)).toEqual({ [`node:${id}`]: { kind: 'changed', count: 1 } })
  })

  test('a change inside of a node is told at the node with its number, and at the card of the key result', () => {
    const compared = comparedAfter(({ tables }) => {
      const keyResult = first(tables.keyResult, ({ metric }) => metric.kind === 'increase')
      return [
        { name: 'keyResult.update', input: { id: keyResult.id, set: { title: 'Renamed' } } },
        { name: 'objective.update', input: { id: keyResult.objectiveId, set: { title: 'Renamed, too' } } },
      ]
    })
    const keyResult = first(compared.before.snapshot.tables.keyResult, ({ metric }) => metric.kind === 'increase')
    const nodeId = compared.union.snapshot.tables.objective.get(keyResult.objectiveId)?.nodeId
    const changes = changesOf(compared)
    expect(changes[`keyResult:${keyResult.id}`]).toEqual({ kind: 'changed', count: 1 })
    expect(changes[`node:${nodeId}`]).toEqual({ kind: 'changed', count: 2 })
    expect([...changedKeyResults(compared)]).toEqual([keyResult.id])
  })

  test('a deleted node stands in the drawing of both with all that went with it, and the counts add up to the list', () => {
    const compared = comparedAfter(({ tables }) => [{ name: 'node.delete', input: { id: first(tables.exchange).fromNodeId, carry: true } }])
    const { fromNodeId, id } = first(compared.before.snapshot.tables.exchange)
    const scene = layoutMap(mapOf(compared))
    expect(scene.nodes.map((node) => node.id)).toContain(fromNodeId)
    expect(scene.changes?.items[`node:${fromNodeId}`]).toEqual({ kind: 'removed', count: 1 })
    expect(scene.changes?.items[`exchange:${id}`]).toEqual({ kind: 'removed', count: 1 })
    expect(compared.union.assessment.nodes.get(fromNodeId)).toEqual(compared.before.assessment.nodes.get(fromNodeId))
    const told = toldOf(compared.comparison)
    const { added, removed, changed } = countsOf(told)
    expect(added + removed + changed).toBe(told.length)
    expect(removed).toBeGreaterThan(1)
  })

  test('a new value leaves the old one on the card and behind the bar', () => {
    const compared = comparedAfter(({ tables }) => {
      const { id, metric } = first(tables.keyResult, ({ metric: { kind } }) => kind === 'increase')
      return [{ name: 'keyResult.update', input: { id, set: { metric: { ...metric, current: 19 } } } }]
    })
    const { id } = first(compared.before.snapshot.tables.keyResult, ({ metric: { kind } }) => kind === 'increase')
    const choice = { level: 'key-result' } as const
    const input = chainInput(compared.union.snapshot, compared.union.assessment, choice)
    const old = chainInput(compared.before.snapshot, compared.before.assessment, choice)
    const card = comparedChain(input, old, compared).cards.find((each) => each.id === id)
    expect(card?.value).toMatch(/^19 .*\(was 17\)$/)
    expect(card?.was).toBe(old.cards.find((each) => each.id === id)?.progress)
    const others = comparedChain(input, old, compared).cards.filter((each) => each.id !== id)
    expect(others.filter(({ value, was }) => value.includes('was') || was !== undefined)).toEqual([])
  })

  test('naming a moment changes nothing that is compared', () => {
    const compared = comparedAfter(() => [
      { name: 'mark.create', input: { id: 'mark_1', name: 'Walk', kind: 'walk', revision: 1, at: '2027-03-08T09:00:00Z' } },
    ])
    expect(compared.comparison.differences).toHaveLength(1)
    expect(toldOf(compared.comparison)).toEqual([])
  })
})
