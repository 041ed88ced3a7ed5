import type { SharedView } from '../../contract/share-links.ts'
import { encodeSnapshot } from '../../contract/snapshot-body.ts'
import type { AnyEntity } from '../../domain/entity.ts'
import { type EntityName, entityNames } from '../../domain/ids.ts'
import { applyChanges, find, makeSnapshot, networkOf, type Snapshot } from '../../domain/snapshot.ts'

const plan: readonly EntityName[] = ['network', 'area', 'node', 'person', 'cycle', 'objective', 'keyResult', 'dependency']

/** The kinds of record that each view draws; nothing else of a network leaves through a link to it. */
const shownBy: Record<SharedView, ReadonlySet<EntityName>> = {
  map: new Set<EntityName>([...plan, 'exchange', 'checkIn']),
  chain: new Set<EntityName>([...plan, 'goal', 'checkIn']),
  outline: new Set<EntityName>([...plan, 'goal', 'checkIn']),
  timeline: new Set<EntityName>([...plan, 'promiseMove']),
}

/** What no drawing shows: words that were written for the people of the network. */
const hidden: Partial<Record<EntityName, Readonly<Record<string, unknown>>>> = {
  network: { slug: null, vision: null, mission: null, valueProposition: null, source: null },
  area: { description: null },
  node: { description: null, activities: [] },
  person: { email: null, teamIds: [] },
  goal: { description: null, keyResultId: null },
  objective: { description: null },
  exchange: { source: null },
  dependency: { note: null, condition: null, terms: null },
  promiseMove: { reason: null, terms: null, personId: null },
  checkIn: { note: null, personId: null },
}

type Bounds = { readonly snapshot: Snapshot; readonly cycleId: string | null }
type Shown = Bounds & { readonly view: SharedView; readonly owners: ReadonlySet<string> }

function cycleOf(snapshot: Snapshot, keyResultId: string | null): string | null {
  const keyResult = find(snapshot, 'keyResult', keyResultId)
  return find(snapshot, 'objective', keyResult?.objectiveId ?? null)?.cycleId ?? null
}

/** Whether a record is in the cycle that the link is bound to. What belongs to no cycle is in each. */
function isInCycle({ snapshot, cycleId }: Bounds, entity: EntityName, record: AnyEntity): boolean {
  if (cycleId === null) return true
  if (entity === 'cycle') return record.id === cycleId
  if ('cycleId' in record) return record.cycleId === cycleId
  if ('objectiveId' in record) return find(snapshot, 'objective', record.objectiveId)?.cycleId === cycleId
  if ('consumerKeyResultId' in record) return isNeedInCycle(snapshot, record, cycleId)
  if ('dependencyId' in record) {
    const need = find(snapshot, 'dependency', record.dependencyId)
    return need !== undefined && isNeedInCycle(snapshot, need, cycleId)
  }
  return entity !== 'checkIn' || !('keyResultId' in record) || cycleOf(snapshot, record.keyResultId) === cycleId
}

type Ends = { readonly consumerKeyResultId: string; readonly supplierKeyResultId: string | null }

function isNeedInCycle(snapshot: Snapshot, { consumerKeyResultId, supplierKeyResultId }: Ends, cycleId: string): boolean {
  return cycleOf(snapshot, consumerKeyResultId) === cycleId && (supplierKeyResultId === null || cycleOf(snapshot, supplierKeyResultId) === cycleId)
}

/** Who owns an objective or a key result that is shown: nobody else is named. */
function ownersIn(bounds: Bounds): ReadonlySet<string> {
  const { objective, keyResult } = bounds.snapshot.tables
  const owned = [
    ...[...objective.values()].filter((record) => isInCycle(bounds, 'objective', record)),
    ...[...keyResult.values()].filter((record) => isInCycle(bounds, 'keyResult', record)),
  ]
  return new Set(owned.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])))
}

/** Guaranteed by `hidden`: each of its values is allowed by the schema of its entity. */
function withoutHidden(view: SharedView, entity: EntityName, record: AnyEntity): AnyEntity {
  const goals = entity === 'objective' && !shownBy[view].has('goal') ? { goalIds: [] } : {}
  return { ...record, ...hidden[entity], ...goals } as AnyEntity
}

function recordsOf(shown: Shown, entity: EntityName): AnyEntity[] {
  const all: AnyEntity[] = [...shown.snapshot.tables[entity].values()]
  const own = entity === 'person' ? all.filter(({ id }) => shown.owners.has(id)) : all
  return own.filter((record) => isInCycle(shown, entity, record)).map((record) => withoutHidden(shown.view, entity, record))
}

/**
 * What a link to a view shows of a network: the records that the view draws, bound to the cycle of its address, without anything that was
 * written for the people inside. It has the form of the snapshot that pages read.
 */
export function sharedSnapshot(snapshot: Snapshot, { view, query }: { readonly view: SharedView; readonly query: string }, now: string) {
  const asked = new URLSearchParams(query).get('cycle')
  const cycleId = find(snapshot, 'cycle', asked)?.id ?? null
  const inside: Shown = { snapshot, view, cycleId, owners: ownersIn({ snapshot, cycleId }) }
  const copy = makeSnapshot({}, snapshot.revision)
  for (const entity of entityNames) {
    if (!shownBy[view].has(entity)) continue
    applyChanges(
      copy,
      recordsOf(inside, entity).map((after) => ({ entity, id: after.id, before: null, after })),
    )
  }
  return { name: networkOf(snapshot).name, snapshot: encodeSnapshot(copy, now) }
}
