import type { Change } from '../change.ts'
import type { CheckIn, Comment, Dependency } from '../entity.ts'
import type { EntityName } from '../ids.ts'
import { nameOf, type Snapshot } from '../snapshot.ts'
import type { PromiseMoveName, PromiseState } from '../vocabulary.ts'
import { needName } from './names.ts'
import { nodesOfSides, type PromiseNews, promiseNews } from './promise-news.ts'
import { changesOf, lastKnown, nodeAt, recordAt, type View, viewOf } from './view.ts'

export type Named = { readonly id: string; readonly name: string }

/** One side of a promise: the node, and the key result as far as it is known. */
export type SideData = { readonly node: Named | null; readonly keyResult: Named | null }

export type PromiseData = {
  readonly dependency: Named & {
    readonly state: PromiseState
    readonly neededOn: string | null
    readonly promisedOn: string | null
    readonly strength: number
  }
  /** what was done; `takenBack` where the last move was undone, null where structure changed and no side moved */
  readonly move: PromiseMoveName | 'takenBack' | null
  readonly consumer: SideData
  readonly supplier: SideData
}

export type CommentData = {
  readonly comment: { readonly id: string; readonly parentId: string | null }
  readonly subject: Named & { readonly entity: EntityName }
}

export type CheckInData = {
  readonly checkIn: { readonly id: string; readonly at: string; readonly value: CheckIn['value']; readonly confidence: number | null }
  readonly keyResult: Named
  readonly node: Named | null
}

export type StructureRecord = Named & { readonly entity: EntityName; readonly was: 'added' | 'changed' | 'deleted' }

export type StructureData = {
  readonly added: number
  readonly changed: number
  readonly deleted: number
  /** the first of them, deleted and added ones before changed ones; people are left out */
  readonly records: readonly StructureRecord[]
  /** how many are not listed */
  readonly left: number
}

/** What a program is told. Ids and names of records only: no name of a person, no e-mail address, no text of a comment. */
export type WebhookEvent =
  | { readonly type: 'promise.asked' | 'promise.moved'; readonly data: PromiseData }
  | { readonly type: 'comment.added'; readonly data: CommentData }
  | { readonly type: 'checkin.added'; readonly data: CheckInData }
  | { readonly type: 'structure.changed'; readonly data: StructureData }

function named(view: View, entity: 'node' | 'keyResult', id: string | null): Named | null {
  const record = lastKnown(view, entity, id)
  return record ? { id: record.id, name: nameOf(record) } : null
}

function sidesOf(view: View, need: Dependency): Pick<PromiseData, 'consumer' | 'supplier'> {
  const when = recordAt(view, 'after', 'dependency', need.id) ? 'after' : 'before'
  const { consumer, supplier } = nodesOfSides(view, when, need)
  return {
    consumer: { node: named(view, 'node', consumer), keyResult: named(view, 'keyResult', need.consumerKeyResultId) },
    supplier: { node: named(view, 'node', supplier), keyResult: named(view, 'keyResult', need.supplierKeyResultId) },
  }
}

const asking: readonly (PromiseMoveName | null)[] = ['request', 'offer']

function eventOfPromise(view: View, { kind, dependencyId, move }: PromiseNews): WebhookEvent[] {
  const need = lastKnown(view, 'dependency', dependencyId)
  if (!need) return []
  const { id, state, neededOn, promisedOn, strength } = need
  const done = kind === 'promise.takenBack' ? 'takenBack' : (move?.move ?? null)
  const type = done !== 'takenBack' && asking.includes(done) && done !== null ? 'promise.asked' : 'promise.moved'
  const dependency = { id, name: needName(view.after, need), state, neededOn, promisedOn, strength }
  return [{ type, data: { dependency, move: done, ...sidesOf(view, need) } }]
}

function eventOfComment(view: View, { id, parentId, subject, subjectId }: Comment): WebhookEvent {
  const record = recordAt(view, 'after', subject, subjectId)
  return {
    type: 'comment.added',
    data: { comment: { id, parentId }, subject: { entity: subject, id: subjectId, name: record ? nameOf(record) : subjectId } },
  }
}

function eventOfCheckIn(view: View, { id, at, value, confidence, keyResultId }: CheckIn): WebhookEvent {
  const keyResult = named(view, 'keyResult', keyResultId) ?? { id: keyResultId, name: keyResultId }
  return {
    type: 'checkin.added',
    data: { checkIn: { id, at, value, confidence }, keyResult, node: named(view, 'node', nodeAt(view, 'after', keyResultId)) },
  }
}

const structural: ReadonlySet<EntityName> = new Set([
  'network',
  'area',
  'node',
  'team',
  'participation',
  'exchange',
  'cycle',
  'goal',
  'objective',
  'keyResult',
  'dependency',
])

/** What a check-in sets on a key result, and where a record is drawn, are no change of structure. */
const passing = new Set(['metric.current', 'metric.steps', 'confidence', 'rank', 'slot', 'position', 'order'])

function isStructural({ entity, before, after }: Change): boolean {
  if (!structural.has(entity)) return false
  if (before === null || after === null) return true
  return entity !== 'dependency' && Object.keys(after).some((path) => !passing.has(path))
}

/** What a participation is called: it has no name of its own, and a person's is not told. */
function structureName(view: View, entity: EntityName, id: string): string {
  const record = lastKnown(view, entity, id)
  if (!record) return id
  if ('what' in record) return needName(view.after, record)
  return 'tier' in record ? (named(view, 'node', record.nodeId)?.name ?? id) : nameOf(record)
}

const mostListed = 50
const order = ['deleted', 'added', 'changed'] as const

function eventOfStructure(view: View, promises: readonly PromiseNews[]): WebhookEvent[] {
  const asked = new Set(promises.map(({ dependencyId }) => dependencyId))
  const changes = view.changes.filter((change) => isStructural(change) && !(change.entity === 'dependency' && asked.has(change.id)))
  if (changes.length === 0) return []
  const wasOf = ({ before, after }: Change) => (before === null ? 'added' : after === null ? 'deleted' : 'changed')
  const byWas = Map.groupBy(changes, wasOf)
  const sorted = order.flatMap((was) => (byWas.get(was) ?? []).map(({ entity, id }) => ({ entity, id, was })))
  const records = sorted.slice(0, mostListed).map(({ entity, id, was }) => ({ entity, id, name: structureName(view, entity, id), was }))
  const count = (was: (typeof order)[number]) => byWas.get(was)?.length ?? 0
  const data = { added: count('added'), changed: count('changed'), deleted: count('deleted'), records, left: changes.length - records.length }
  return [{ type: 'structure.changed', data }]
}

function created<E extends 'comment' | 'checkIn'>(view: View, entity: E) {
  return changesOf(view, entity).flatMap(({ id, before }) => (before === null ? (recordAt(view, 'after', entity, id) ?? []) : []))
}

/**
 * What a change set is to programs, each thing as one event.
 *
 * @param after the network with the changes applied
 * @returns promises first, then comments, check-ins and at most one event of structure
 * Cost O(changes + needs of key results that changed their node). Spec: NO20-NO25.
 */
export function eventsOf(after: Snapshot, changes: readonly Change[]): readonly WebhookEvent[] {
  const view = viewOf(after, changes)
  const promises = promiseNews(view)
  return [
    ...promises.flatMap((news) => eventOfPromise(view, news)),
    ...created(view, 'comment').map((comment) => eventOfComment(view, comment)),
    ...created(view, 'checkIn').map((checkIn) => eventOfCheckIn(view, checkIn)),
    ...eventOfStructure(view, promises),
  ]
}
