import { describe, expect, test } from 'vitest'
import { canonical } from '../../../lib/domain/format/canonical.ts'
import { listIn, type WeftDocument } from '../../../lib/domain/format/document.ts'
import { documentFrom } from '../../../lib/domain/format/from-snapshot.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import { applyChanges, makeSnapshot } from '../../../lib/domain/snapshot.ts'
import { generate, type Size, sizes } from '../../bench/generate.ts'

const documents: Record<Size, WeftDocument> = { S: generate('S'), M: generate('M'), L: generate('L') }
const all = Object.entries(documents) as [Size, WeftDocument][]

/** Whether everything can be put in an order in which suppliers come first. */
function isAcyclic(edges: readonly { consumerKeyResultId: string; supplierKeyResultId?: string }[]): boolean {
  const waiting = new Map<string, number>()
  const consumers = new Map<string, string[]>()
  for (const { consumerKeyResultId: consumer, supplierKeyResultId: supplier = '' } of edges) {
    waiting.set(consumer, (waiting.get(consumer) ?? 0) + 1)
    consumers.set(supplier, [...(consumers.get(supplier) ?? []), consumer])
  }
  const free = [...consumers.keys()].filter((id) => !waiting.has(id))
  for (const id of free)
    for (const consumer of consumers.get(id) ?? []) {
      const left = (waiting.get(consumer) ?? 0) - 1
      waiting.set(consumer, left)
      if (left === 0) free.push(consumer)
    }
  return [...waiting.values()].every((count) => count === 0)
}

describe.each(all)('a generated network of size %s', (size, document) => {
  const dependencies = listIn(document, 'dependency')

  test('has the counts of its size', () => {
    for (const [entity, count] of [
      ['area', sizes[size].areas],
      ['node', sizes[size].nodes],
      ['objective', sizes[size].objectives],
      ['keyResult', sizes[size].keyResults],
      ['dependency', sizes[size].dependencies],
    ] as const)
      expect(listIn(document, entity), entity).toHaveLength(count)
  })

  test('is a valid document that comes back equal', { timeout: 120_000 }, () => {
    expect(parseDocument(document).ok).toBe(true)
    const snapshot = makeSnapshot({})
    applyChanges(snapshot, documentToChanges(document))
    expect(JSON.stringify(canonical(documentFrom(snapshot)))).toBe(JSON.stringify(canonical(document)))
  })

  test('is acyclic but for its back edges, which are one in a hundred at M and L', () => {
    const back = dependencies.filter(({ id }) => id.startsWith('dep_back-'))
    expect(back).toHaveLength(size === 'S' ? 0 : dependencies.length / 100)
    expect(isAcyclic(dependencies.filter((dependency) => !back.includes(dependency)))).toBe(true)
    expect(isAcyclic(dependencies)).toBe(back.length === 0)
  })

  test('is scale-free: a few key results are needed by very many, most by few', () => {
    const counts = new Map<string, number>()
    for (const { supplierKeyResultId = '' } of dependencies) counts.set(supplierKeyResultId, (counts.get(supplierKeyResultId) ?? 0) + 1)
    const sorted = [...counts.values()].sort((a, b) => b - a)
    const mean = dependencies.length / sizes[size].keyResults
    expect((sorted[0] ?? 0) / mean).toBeGreaterThan(6)
    expect((sorted[Math.floor(sorted.length / 2)] ?? 0) / mean).toBeLessThan(1.5)
  })

  test('is clustered: most needs stay among neighbouring nodes', () => {
    const nodeByObjective = new Map(listIn(document, 'objective').map(({ id, nodeId }) => [id, Number(nodeId.slice('node_'.length))]))
    const nodeOf = new Map(listIn(document, 'keyResult').map(({ id, objectiveId }) => [id, nodeByObjective.get(objectiveId) ?? -1]))
    const distances = dependencies.map(({ consumerKeyResultId, supplierKeyResultId = '' }) =>
      Math.abs((nodeOf.get(consumerKeyResultId) ?? 0) - (nodeOf.get(supplierKeyResultId) ?? 0)),
    )
    expect(distances.filter((distance) => distance < 6).length / distances.length).toBeGreaterThan(0.6)
    expect(new Set(nodeOf.values()).size).toBe(sizes[size].nodes)
  })
})

describe('the generator', () => {
  test('gives the same network for the same seed, another one for another', () => {
    expect(JSON.stringify(generate('S', 7))).toBe(JSON.stringify(generate('S', 7)))
    expect(JSON.stringify(generate('S', 8))).not.toBe(JSON.stringify(generate('S', 7)))
  })
})
