import type { DocumentRecord, WeftDocument } from '../format/document.ts'
import type { Closeness } from '../vocabulary.ts'

type NodeKind = NonNullable<DocumentRecord<'node'>['kind']>

/** A node of a template as its author writes it; its key becomes its id. */
export type NodeSketch = {
  readonly area: string
  readonly name: string
  readonly closeness: Closeness
  readonly activities: readonly string[]
  readonly kind?: NodeKind
}

/** An exchange: giver, receiver, what is given, and `~` where it is intangible. */
export type ExchangeSketch<Key extends string> = readonly [from: Key, to: Key, deliverable: string, intangible?: '~']

type Parts = Required<Pick<WeftDocument, 'areas' | 'nodes' | 'exchanges'>>

/** The four areas of value that a network starts with. */
export const fourAreas: readonly DocumentRecord<'area'>[] = [
  { id: 'area_customer', name: 'Customer value', kind: 'customer', description: 'What clients and partners gain from us, and we from them.' },
  { id: 'area_brand', name: 'Brand value', kind: 'brand', description: 'What we stand for, outside and inside.' },
  { id: 'area_innovation', name: 'Innovation value', kind: 'innovation', description: 'What we will be able to offer and to do.' },
  { id: 'area_operational', name: 'Operational value', kind: 'operational', description: 'What keeps everything else going.' },
]

/**
 * The records of a value network from its sketch.
 *
 * @param nodes by key, area by area
 * Cost O(n).
 */
export function drawNetwork<Key extends string>(nodes: Readonly<Record<Key, NodeSketch>>, exchanges: readonly ExchangeSketch<Key>[]): Parts {
  return {
    areas: fourAreas.map((area) => ({ ...area })),
    nodes: Object.entries<NodeSketch>(nodes).map(([key, { area, name, closeness, activities, kind }]) => ({
      id: `node_${key}`,
      areaId: `area_${area}`,
      name,
      kind: kind ?? 'activity',
      closeness,
      activities: [...activities],
    })),
    exchanges: exchanges.map(([from, to, deliverable, intangible], at) => ({
      id: `exch_${at + 1}`,
      fromNodeId: `node_${from}`,
      toNodeId: `node_${to}`,
      deliverable,
      kind: intangible ? 'intangible' : 'tangible',
    })),
  }
}
