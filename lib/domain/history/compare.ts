import { type Change, valueAt } from '../change.ts'
import type { AnyEntity } from '../entity.ts'
import type { EntityName } from '../ids.ts'
import { find, listOf, type Snapshot } from '../snapshot.ts'
import { fieldWord } from '../summary.ts'
import { changesBetween } from './changes-between.ts'
import type { FieldChange } from './field-clause.ts'
import { homeOf, titleOf } from './record-text.ts'
import { addedSentence, changedSentence, removedSentence } from './sentence.ts'
import { takeawayOf } from './takeaway.ts'
import { type Standing, valueText } from './value-text.ts'

/** One field of a record that differs; the values as people read them, null where there is nothing. */
export type FieldDifference = {
  readonly path: string
  /** what a person calls the path */
  readonly word: string
  readonly before: string | null
  readonly after: string | null
}

/** One record that differs between two moments. */
export type Difference = {
  readonly entity: EntityName
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** as it is called at the later moment at which it is there */
  readonly name: string
  /** the node and the value area that it belongs to, where it belongs to one */
  readonly nodeId: string | null
  readonly areaId: string | null
  /** none where the record was added or removed */
  readonly fields: readonly FieldDifference[]
  readonly sentence: string
}

/** The node of some differences, as it is called at the later moment at which it is there. */
type ComparedNode = { readonly name: string; readonly areaId: string }

export type Comparison = {
  readonly differences: readonly Difference[]
  /** by `entity:id` */
  readonly byRecord: ReadonlyMap<string, Difference>
  /** one line: what matters most */
  readonly takeaway: string
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number }
  /** check-ins and moves of promises that only report what another difference shows, as keys of `byRecord` */
  readonly reports: ReadonlySet<string>
  /** every node of a difference by its id, in the order of the lists: those that are there, then those that went */
  readonly nodes: ReadonlyMap<string, ComparedNode>
}

/** How a record is found in `byRecord`. Cost O(1). */
function recordKey(entity: EntityName, id: string): string {
  return `${entity}:${id}`
}

function standing(snapshot: Snapshot, { entity, id }: Change): Standing | null {
  const record: AnyEntity | undefined = find(snapshot, entity, id)
  return record ? { snapshot, entity, record } : null
}

function fieldChanges(before: Standing, after: Standing, change: Change): FieldChange[] {
  return Object.keys(change.after ?? {}).map((path) => ({
    before,
    after,
    path,
    from: valueAt(before.record, path),
    to: valueAt(after.record, path),
  }))
}

function fieldDifference({ before, after, path, from, to }: FieldChange): FieldDifference {
  return { path, word: path === 'metric' ? 'measure' : fieldWord(path), before: valueText(before, path, from), after: valueText(after, path, to) }
}

function differenceOf(before: Snapshot, after: Snapshot, change: Change): Difference | null {
  const [old, fresh] = [standing(before, change), standing(after, change)]
  const last = fresh ?? old
  if (!last) return null
  const { entity, id } = change
  const { nodeId, areaId } = homeOf(last.snapshot, entity, last.record)
  const told = { entity, id, name: titleOf(last.snapshot, entity, last.record), nodeId, areaId }
  if (!fresh) return { ...told, kind: 'removed', fields: [], sentence: removedSentence(last) }
  if (!old) return { ...told, kind: 'added', fields: [], sentence: addedSentence(last) }
  const fields = fieldChanges(old, fresh, change)
  return { ...told, kind: 'changed', fields: fields.map(fieldDifference), sentence: changedSentence(old, fields) }
}

function nodesOf(before: Snapshot, after: Snapshot, differences: readonly Difference[]): Comparison['nodes'] {
  const ids = new Set(differences.map(({ nodeId }) => nodeId))
  const all = [...listOf(after, 'node'), ...listOf(before, 'node').filter(({ id }) => !find(after, 'node', id))]
  return new Map(all.filter(({ id }) => ids.has(id)).map(({ id, name, areaId }) => [id, { name, areaId }]))
}

const reportedBy = { checkIn: ['keyResult', 'keyResultId'], promiseMove: ['dependency', 'dependencyId'] } as const

function reportsIn(changes: readonly Change[], byRecord: Comparison['byRecord']): ReadonlySet<string> {
  const isReport = ({ entity, before, after }: Change) => {
    if (entity !== 'checkIn' && entity !== 'promiseMove') return false
    const [kind, field] = reportedBy[entity]
    return byRecord.has(recordKey(kind, String((after ?? before)?.[field])))
  }
  return new Set(changes.filter(isReport).map(({ entity, id }) => recordKey(entity, id)))
}

/**
 * What changes make different, where the moments before and after them are known.
 *
 * @param changes one for each record, as `changesBetween` or one change set gives them
 * Cost O(changes + nodes log nodes).
 */
export function compareChanges(before: Snapshot, after: Snapshot, changes: readonly Change[]): Comparison {
  const differences = changes.map((change) => differenceOf(before, after, change)).filter((difference) => difference !== null)
  const countOf = (kind: Difference['kind']) => differences.filter((each) => each.kind === kind).length
  const byRecord = new Map(differences.map((difference) => [recordKey(difference.entity, difference.id), difference]))
  return {
    differences,
    byRecord,
    reports: reportsIn(changes, byRecord),
    takeaway: takeawayOf(changes),
    counts: { added: countOf('added'), removed: countOf('removed'), changed: countOf('changed') },
    nodes: nodesOf(before, after, differences),
  }
}

/**
 * What is different between two moments of a network: every record that was added, removed or changed, field by field and in words. A record
 * that came and went in between is not among it.
 *
 * @returns no differences exactly where both moments hold the same records
 * Cost O(records), dominated by the records that both moments do not share. Spec: HI1-HI7.
 */
export function compare(before: Snapshot, after: Snapshot): Comparison {
  return compareChanges(before, after, changesBetween(before, after))
}

/** What changed on one node; `nodeId` and `name` null: what lives on no node. */
export type NodeSentences = {
  readonly nodeId: string | null
  readonly name: string | null
  readonly areaId: string | null
  readonly differences: readonly Difference[]
}

/**
 * The differences by the node that they are on, in the order of the nodes; what lives on none comes last. Reports of what another
 * difference shows already are left out: a check-in whose value is told with its key result.
 *
 * Cost O(differences). Spec: HI8.
 */
export function sentencesByNode({ differences, reports, nodes }: Comparison): readonly NodeSentences[] {
  const told = differences.filter(({ entity, id }) => !reports.has(recordKey(entity, id)))
  const byNode = Map.groupBy(told, ({ nodeId }) => (nodeId !== null && nodes.has(nodeId) ? nodeId : null))
  const onNodes = [...nodes].flatMap(([nodeId, { name, areaId }]) => {
    const own = byNode.get(nodeId)
    return own ? [{ nodeId, name, areaId, differences: own }] : []
  })
  const elsewhere = byNode.get(null)
  return elsewhere ? [...onNodes, { nodeId: null, name: null, areaId: null, differences: elsewhere }] : onNodes
}
