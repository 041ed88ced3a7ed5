import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { listed } from '../../../db/statements/past.ts'
import type { HistoryEntry } from '../../contract/history-schemas.ts'
import type { Change } from '../../domain/change.ts'
import { isStructural, isStructuralChange } from '../../domain/history/structural.ts'
import { entityNames } from '../../domain/ids.ts'
import { changeOf } from '../load.ts'
import { entityOf } from '../rows.ts'
import type { ChangeSet } from '../store-contract.ts'

/** How much a change set holds of one kind of record, and what of its changes is enough to know whether they are of the structure. */
export type Tally = {
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly entity: ReturnType<typeof entityOf>
}

export type Weighed = { readonly tallies: readonly Tally[]; readonly edits: readonly Change[] }

/** Sizes of lists in statements: each is written once, and a shorter list is filled up with its last item. */
const sizes = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384]

/** The least size that holds a list. */
export function sizeOf(count: number): number {
  return count === 0 ? 0 : (sizes.find((size) => size >= count) ?? count)
}

/** A list as the values of a statement. */
export function listValues(items: readonly (string | number)[]): Record<string, string | number | undefined> {
  return Object.fromEntries(Array.from({ length: sizeOf(items.length) }, (_, at) => [listed(at), items[at] ?? items.at(-1)]))
}

/** What change sets hold, by revision, without reading their changes: only edits of nodes and exchanges are looked at. */
export function* weigh(statements: Statements, networkId: string, revisions: readonly number[]): Steps<ReadonlyMap<number, Weighed>> {
  if (revisions.length === 0) return new Map()
  const values = { networkId, ...listValues(revisions) }
  const size = sizeOf(revisions.length)
  const counted = Map.groupBy(yield* ask(statements.countsOfSets(size), values), ({ revision }) => revision)
  const edits = Map.groupBy(yield* ask(statements.editsOfSets(size), values), ({ revision }) => revision)
  return new Map(
    revisions.map((revision) => {
      const tallies = (counted.get(revision) ?? []).map(({ entity, total, old, fresh }) => ({
        entity: entityOf(entity),
        added: total - old,
        removed: total - fresh,
        changed: old + fresh - total,
      }))
      return [revision, { tallies, edits: (edits.get(revision) ?? []).map(changeOf) }]
    }),
  )
}

/** Changes that stand for those of a change set where it is asked for structure: what came and went by its kind alone, edits as they are. */
function likeness({ tallies, edits }: Weighed): Change[] {
  const come = tallies.filter(({ added }) => added > 0).map(({ entity }): Change => ({ entity, id: '', before: null, after: {} }))
  const gone = tallies.filter(({ removed }) => removed > 0).map(({ entity }): Change => ({ entity, id: '', before: {}, after: null }))
  return [...come, ...gone, ...edits]
}

function sum(tallies: readonly Tally[], of: 'added' | 'changed' | 'removed'): number {
  return tallies.reduce((total, tally) => total + tally[of], 0)
}

export function entryOf(set: Omit<ChangeSet, 'changes'>, weighed: Weighed): HistoryEntry {
  const { revision, id, at, actor, command, summary, undoOf, othersNodeIds } = set
  const { tallies } = weighed
  const touched = new Set(tallies.map(({ entity }) => entity))
  return {
    ...{ revision, id, at, actor, command, summary, undoOf },
    othersNodeIds: [...othersNodeIds],
    counts: { added: sum(tallies, 'added'), changed: sum(tallies, 'changed'), removed: sum(tallies, 'removed') },
    entities: entityNames.filter((entity) => touched.has(entity)),
    isStructural: isStructural(likeness(weighed)),
  }
}

/** What a change set did to the structure: value areas, nodes and exchanges that came, went, or moved. */
export function structureOf({ tallies, edits }: Weighed, structural: readonly string[]): Pick<Tally, 'added' | 'changed' | 'removed'> {
  const own = tallies.filter(({ entity }) => structural.includes(entity))
  return { added: sum(own, 'added'), removed: sum(own, 'removed'), changed: edits.filter(isStructuralChange).length }
}
