import { documentToChanges } from '../../lib/domain/format/to-changes.ts'
import { makeNeedGraph, type NeedGraph, needGraph } from '../../lib/domain/plan/graph.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../../lib/domain/snapshot.ts'
import { generate, type Size } from './generate.ts'

/** A generated network in memory. */
export function generatedSnapshot(size: Size): Snapshot {
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(generate(size)))
  return snapshot
}

/** Its key results and their needs without those that close rings, as an order is wanted. */
export function orderedGraph(size: Size): NeedGraph {
  const { keyResultIds, needIds, supplier, consumer, strength } = needGraph(generatedSnapshot(size), null)
  const needs = needIds.flatMap((id, need) => {
    const ends = { supplier: keyResultIds[supplier[need] ?? 0] ?? '', consumer: keyResultIds[consumer[need] ?? 0] ?? '' }
    return id.startsWith('dep_back-') ? [] : [{ id, ...ends, strength: strength[need] ?? 0 }]
  })
  return makeNeedGraph(keyResultIds, needs)
}

/** Own chances that differ from key result to key result. */
export function ownChances({ keyResultIds }: NeedGraph): Float64Array {
  return Float64Array.from(keyResultIds, (_, vertex) => (2 + ((vertex * 7) % 9)) / 10)
}
