import type { Comparison, Difference } from '../../domain/history/compare.ts'
import { find, type Snapshot } from '../../domain/snapshot.ts'
import type { ChainInput, Changes, ItemChange, MapInput, NodePlace } from '../../layout/input.ts'
import type { Compared } from './use-compared.ts'

/** Records about the past itself: they are no part of what changed in the network. */
const aboutThePast: ReadonlySet<Difference['entity']> = new Set(['mark', 'reason'])

/** What a comparison tells: without names and reasons given to the past, and without reports of what another difference shows. */
export function toldOf({ differences, reports }: Comparison): readonly Difference[] {
  return differences.filter(({ entity, id }) => !aboutThePast.has(entity) && !reports.has(`${entity}:${id}`))
}

type Counts = { readonly added: number; readonly removed: number; readonly changed: number }

/** How many of each kind; they add up to the length of the list. */
export function countsOf(differences: readonly Difference[]): Counts {
  const counts = { added: 0, removed: 0, changed: 0 }
  for (const { kind } of differences) counts[kind] += 1
  return counts
}

function ownKey({ entity, id }: Difference): string {
  return `${entity}:${id}`
}

/** The record of a key result on whose card it shows: a check-in shows on that of its key result. */
function cardKey(union: Snapshot, difference: Difference): string | null {
  const { entity, id } = difference
  if (entity === 'keyResult') return ownKey(difference)
  const keyResultId = entity === 'checkIn' ? (find(union, 'checkIn', id)?.keyResultId ?? null) : null
  return keyResultId === null ? null : `keyResult:${keyResultId}`
}

function add(found: Map<string, ItemChange>, key: string, kind: ItemChange['kind'], isOwn: boolean): void {
  const before = found.get(key)
  const count = (before?.count ?? 0) + 1
  found.set(key, { kind: isOwn ? kind : (before?.kind ?? 'changed'), count })
}

/** Whether a need is a line between two nodes of the map. */
function isLine(union: Compared['union'], { entity, id }: Difference): boolean {
  if (entity === 'exchange') return true
  const need = entity === 'dependency' ? union.assessment.dependencies.get(id) : undefined
  return need !== undefined && !need.isEnded && need.supplierNodeId !== null && need.supplierNodeId !== need.consumerNodeId
}

/**
 * What the drawings mark: each record that changed, and each node with how much changed on it, itself included; lines between nodes are
 * marked themselves.
 *
 * Cost O(differences).
 */
export function changesOf({ comparison, union }: Pick<Compared, 'comparison' | 'union'>): Changes {
  const found = new Map<string, ItemChange>()
  const told = toldOf(comparison)
  for (const difference of told) {
    const { entity, kind, nodeId } = difference
    const card = cardKey(union.snapshot, difference)
    if (card !== null) add(found, card, kind, entity === 'keyResult')
    else if (entity !== 'node') add(found, ownKey(difference), kind, true)
    if (nodeId !== null && !isLine(union, difference)) add(found, `node:${nodeId}`, kind, entity === 'node')
  }
  return Object.fromEntries([...found].map(([key, change]) => [key, change.kind === 'changed' ? change : { ...change, count: 1 }]))
}

/** The key results that a chain has to show: those that changed, and both ends of needs that did. Cost O(differences). */
export function changedKeyResults({ comparison, union }: Pick<Compared, 'comparison' | 'union'>): ReadonlySet<string> {
  const ids = toldOf(comparison).flatMap((difference) => {
    const { entity, id } = difference
    if (entity !== 'dependency') return cardKey(union.snapshot, difference)?.slice('keyResult:'.length) ?? []
    const need = find(union.snapshot, 'dependency', id)
    return [need?.consumerKeyResultId ?? [], need?.supplierKeyResultId ?? []].flat()
  })
  return new Set(ids)
}

const differs = (a: number | null, b: number | null) => a !== null && b !== null && Math.abs(a - b) >= 0.005

function was(before: number | null | undefined, now: number | null): { readonly was?: number } {
  return before !== undefined && before !== null && differs(before, now) ? { was: before } : {}
}

function placeIn({ areaId, closeness, slot, position }: NodePlace): NodePlace {
  return { areaId, closeness, slot, position }
}

function stood(before: NodePlace | undefined, now: NodePlace): { readonly stood?: NodePlace } {
  if (!before || JSON.stringify(placeIn(before)) === JSON.stringify(placeIn(now))) return {}
  return { stood: placeIn(before) }
}

/** The input of a map of both moments, with what it was before. Cost O(nodes + differences). */
export function comparedMap(input: MapInput, compared: Compared): MapInput {
  const { before } = compared
  const nodes = input.nodes.map((node) => ({
    ...node,
    ...was(before.assessment.nodes.get(node.id)?.progress.share, node.progress),
    ...stood(find(before.snapshot, 'node', node.id), node),
  }))
  return { ...input, nodes, changes: changesOf(compared) }
}

/** The value without its aim: “42” of “42 → 60”, of “3 of 8”. */
function valueAlone(value: string): string {
  return value.split(/ → | of /)[0] ?? value
}

/** The input of a chain of both moments, with what it was before. Cost O(cards + differences). */
export function comparedChain(input: ChainInput, old: ChainInput, compared: Compared): ChainInput {
  const oldById = new Map(old.cards.map((card) => [card.id, card]))
  const cards = input.cards.map((card) => {
    const earlier = oldById.get(card.id)
    const value = earlier && earlier.value !== card.value ? `${card.value} (was ${valueAlone(earlier.value)})` : card.value
    return { ...card, value, ...was(earlier?.progress, card.progress) }
  })
  return { ...input, cards, changes: changesOf(compared) }
}
