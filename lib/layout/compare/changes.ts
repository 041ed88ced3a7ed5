import type { Box, Point } from '../geometry.ts'
import type { ChangeKind, Changes, ItemChange } from '../input.ts'
import { pointAt } from '../map/label.ts'
import type { ChainCard, ChainEdge, ChainGroup, MapArea, MapExchange, MapNeed, MapNode, SceneChanges } from '../scene.ts'

/** Where on a line its sign stands, as a share of its length: clear of the label in its middle. */
const signShare = 0.22

type Place = { readonly key: string; readonly change: ItemChange | undefined; readonly at: Point }

function atCorner({ x, y, width }: Box): Point {
  return { x: x + width - 4, y: y + 2 }
}

function sceneChanges(places: readonly Place[]): SceneChanges {
  const changed = places.flatMap(({ key, change, at }) => (change ? [{ key, at, ...change }] : []))
  return { items: Object.fromEntries(changed.map(({ key, kind, count }) => [key, { kind, count }])), signs: changed }
}

/**
 * What became of several records that one line stands for: added or removed where all of them are, else changed where any is.
 *
 * Cost O(records).
 */
export function bundledChange(changes: Changes, keys: readonly string[]): ItemChange | undefined {
  const found = keys.flatMap((key) => changes[key] ?? [])
  const [first] = found
  if (!first) return undefined
  const isAlike = found.length === keys.length && found.every(({ kind }) => kind === first.kind)
  const kind: ChangeKind = isAlike ? first.kind : 'changed'
  return { kind, count: found.length }
}

function ofDependencies(changes: Changes, ids: readonly string[]): ItemChange | undefined {
  return bundledChange(
    changes,
    ids.map((id) => `dependency:${id}`),
  )
}

type MapParts = {
  readonly areas: readonly MapArea[]
  readonly nodes: readonly MapNode[]
  readonly exchanges: readonly MapExchange[]
  readonly needs: readonly MapNeed[]
  readonly dependenciesOf: (need: MapNeed) => readonly string[]
}

/** What changed on a map, by its marks. Cost O(marks). */
export function mapChanges(changes: Changes, { areas, nodes, exchanges, needs, dependenciesOf }: MapParts): SceneChanges {
  return sceneChanges([
    ...areas.map(({ id, title }) => ({ key: `area:${id}`, change: changes[`area:${id}`], at: besideTitle(title.lines[0], title.anchor) })),
    ...nodes.map(({ id, box }) => ({ key: `node:${id}`, change: changes[`node:${id}`], at: atCorner(box) })),
    ...exchanges.map(({ id, points }) => ({ key: `exchange:${id}`, change: changes[`exchange:${id}`], at: pointAt(points, signShare) })),
    ...needs.map((need) => ({
      key: `need:${need.id}`,
      change: ofDependencies(changes, dependenciesOf(need)),
      at: pointAt(need.points, signShare),
    })),
  ])
}

function besideTitle(line: Point | undefined, anchor: 'start' | 'middle' | 'end'): Point {
  const { x, y } = line ?? { x: 0, y: 0 }
  return { x: x + (anchor === 'end' ? 14 : -14), y: y - 6 }
}

type ChainParts = {
  readonly groups: readonly ChainGroup[]
  readonly cards: readonly ChainCard[]
  readonly edges: readonly ChainEdge[]
}

/** What became of a card: of its key result or node; a stub is what its needs are. */
function cardChange(changes: Changes, { id, kind }: ChainCard, edges: readonly ChainEdge[]): ItemChange | undefined {
  if (kind === 'key-result') return changes[`keyResult:${id}`]
  if (kind === 'node') return changes[`node:${id}`]
  const ids = edges.filter(({ fromId }) => fromId === id).flatMap(({ dependencyIds }) => dependencyIds)
  return ofDependencies(changes, ids)
}

/** What changed on a chain, by its marks. A band counts as changed only where its node itself came, went or was renamed. Cost O(cards · edges of stubs). */
export function chainChanges(changes: Changes, { groups, cards, edges }: ChainParts): SceneChanges {
  const bands = groups.map(({ nodeId, box }) => {
    const change = changes[`node:${nodeId}`]
    return { key: `band:${nodeId}`, change: change && change.kind !== 'changed' ? change : undefined, at: atCorner(box) }
  })
  return sceneChanges([
    ...bands,
    ...cards.map((card) => ({ key: `card:${card.id}`, change: cardChange(changes, card, edges), at: atCorner(card.box) })),
    ...edges.map((edge) => ({
      key: `dependency:${edge.id}`,
      change: ofDependencies(changes, edge.dependencyIds),
      at: pointAt(edge.points, signShare),
    })),
  ])
}
