import type { Change } from '../change.ts'
import type { Dependency, PromiseMove } from '../entity.ts'
import { promiseClass } from '../okr/promise-class.ts'
import { referring } from '../snapshot.ts'
import type { Side } from '../vocabulary.ts'
import { kindOfMove, type NotificationKind } from './kinds.ts'
import { changesOf, nodeAt, recordAt, type View, type When } from './view.ts'

/** Something that happened to one promise, and the nodes whose speakers have to know. */
export type PromiseNews = {
  readonly kind: NotificationKind
  readonly dependencyId: string
  readonly nodeIds: readonly string[]
  /** the move; null where no side moved */
  readonly move: PromiseMove | null
}

/** The nodes of both sides of a need, now or before; null where a side is not there. Cost O(1). */
export function nodesOfSides(view: View, when: When, need: Dependency): Readonly<Record<Side, string | null>> {
  return {
    consumer: nodeAt(view, when, need.consumerKeyResultId),
    supplier: nodeAt(view, when, need.supplierKeyResultId) ?? need.supplierNodeId,
  }
}

/** Whether somebody counts on it or waits for it: what is a draft, refused or ended changes without a word. */
function isLive({ state }: Dependency): boolean {
  const known = promiseClass(state)
  return known === 'open' || known === 'promised'
}

function present(ids: readonly (string | null)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== null))]
}

/** Guaranteed by `Change`: what was made or deleted is a whole record, and it is of the entity that the change names. */
function moveIn(fields: Change['after']): PromiseMove {
  return fields as unknown as PromiseMove
}

function newsOfMove(view: View, change: Change): PromiseNews[] {
  const move = moveIn(change.after ?? change.before)
  const need = recordAt(view, 'after', 'dependency', move.dependencyId)
  if (!need) return []
  const other: Side = move.side === 'consumer' ? 'supplier' : 'consumer'
  const nodeIds = present([nodesOfSides(view, change.after ? 'after' : 'before', need)[other]])
  if (change.after) return [{ kind: kindOfMove(move.move), dependencyId: need.id, nodeIds, move }]
  return [{ kind: 'promise.takenBack', dependencyId: need.id, nodeIds, move }]
}

function newsOfDelete(view: View, { id }: Change): PromiseNews[] {
  const need = recordAt(view, 'before', 'dependency', id)
  if (!need || !isLive(need)) return []
  const { consumer, supplier } = nodesOfSides(view, 'before', need)
  return [{ kind: 'promise.deleted', dependencyId: id, nodeIds: present([consumer, supplier]), move: null }]
}

const supplierFields = ['supplierKeyResultId', 'supplierNodeId'] as const

function newsOfSupplier(view: View, { id, after }: Change): PromiseNews[] {
  const [old, need] = [recordAt(view, 'before', 'dependency', id), recordAt(view, 'after', 'dependency', id)]
  if (!old || !need || !isLive(need) || !supplierFields.some((field) => after && field in after)) return []
  const [before, now] = [nodesOfSides(view, 'before', old), nodesOfSides(view, 'after', need)]
  return [{ kind: 'promise.supplierChanged', dependencyId: id, nodeIds: present([now.consumer, before.supplier, now.supplier]), move: null }]
}

/** The key results that live on another node than before. */
function rehomedKeyResults(view: View): readonly string[] {
  const moved = changesOf(view, 'objective').filter(({ before, after }) => before && after && 'nodeId' in after)
  const under = moved.flatMap(({ id }) => referring(view.after, 'keyResult', 'objectiveId', id).map((each) => each.id))
  const own = changesOf(view, 'keyResult').filter(({ before, after }) => before && after && 'objectiveId' in after)
  const all = new Set([...under, ...own.map(({ id }) => id)])
  return [...all].filter((id) => {
    const [before, now] = [nodeAt(view, 'before', id), nodeAt(view, 'after', id)]
    return before !== null && now !== null && before !== now
  })
}

function newsOfRehoming(view: View): PromiseNews[] {
  const needs = new Map<string, Dependency>()
  for (const id of rehomedKeyResults(view))
    for (const field of ['consumerKeyResultId', 'supplierKeyResultId'] as const)
      for (const need of referring(view.after, 'dependency', field, id)) needs.set(need.id, need)
  return [...needs.values()].flatMap((need) => {
    const old = recordAt(view, 'before', 'dependency', need.id)
    if (!old || !isLive(need)) return []
    const [before, now] = [nodesOfSides(view, 'before', old), nodesOfSides(view, 'after', need)]
    const nodeIds = present([now.consumer, now.supplier, before.consumer, before.supplier])
    return [{ kind: 'promise.rehomed' as const, dependencyId: need.id, nodeIds, move: null }]
  })
}

/**
 * What a change set did to promises: the moves that were made or taken back, and what structure did to promises that somebody counts on.
 *
 * @returns in the order of the changes; a promise that moved is told by its move, and not again by what the move changed
 * Cost O(changes + needs of key results that changed their node). Spec: NO1-NO6.
 */
export function promiseNews(view: View): readonly PromiseNews[] {
  const moves = changesOf(view, 'promiseMove').flatMap((change) => newsOfMove(view, change))
  const told = new Set(moves.map(({ dependencyId }) => dependencyId))
  const needs = changesOf(view, 'dependency').flatMap((change) => {
    if (change.before === null || told.has(change.id)) return []
    return change.after === null ? newsOfDelete(view, change) : newsOfSupplier(view, change)
  })
  return [...moves, ...needs, ...newsOfRehoming(view)]
}
