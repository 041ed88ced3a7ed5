import type { DocumentRecord } from '../format/document.ts'
import { parseHealthLine } from '../health/line.ts'
import { type Closeness, closenesses } from '../vocabulary.ts'
import { clip, nameKey, uniqueId } from './name.ts'

/** Something that a person should know about a row that was read. Rows count from 1, the header included, empty ones not. */
export type RowNote = { readonly row: number; readonly message: string }

/** A network while its rows are read. Records are found by the folded name under which they are kept. */
export type Gathered = {
  readonly areas: Map<string, DocumentRecord<'area'>>
  readonly nodes: Map<string, DocumentRecord<'node'>>
  readonly people: Map<string, DocumentRecord<'person'>>
  readonly objectives: Map<string, DocumentRecord<'objective'>>
  readonly keyResults: DocumentRecord<'keyResult'>[]
  readonly exchanges: Map<string, DocumentRecord<'exchange'>>
  readonly healthMetrics: Map<string, DocumentRecord<'healthMetric'>>
  readonly ids: Set<string>
  readonly notes: RowNote[]
}

/** An empty gathering. Cost O(1). */
export function startGathering(): Gathered {
  return {
    areas: new Map(),
    nodes: new Map(),
    people: new Map(),
    objectives: new Map(),
    keyResults: [],
    exchanges: new Map(),
    healthMetrics: new Map(),
    ids: new Set(),
    notes: [],
  }
}

function found<T>(records: Map<string, T>, key: string, make: () => T): T {
  const known = records.get(key)
  if (known) return known
  const made = make()
  records.set(key, made)
  return made
}

const areaKinds: readonly (readonly [RegExp, string])[] = [
  [/client|customer|market|patient|citizen|member/i, 'customer'],
  [/brand|culture|identity|communicat/i, 'brand'],
  [/innovat|product|research|develop/i, 'innovation'],
  [/operat|support|finance|admin|internal|infra/i, 'operational'],
]

/** Where a node goes whose row names no area. */
export const elsewhere = 'Not placed yet'

/** The area of a name, made where it is new. Cost O(1). */
export function areaNamed(gathered: Gathered, name = elsewhere): DocumentRecord<'area'> {
  return found(gathered.areas, nameKey(name), () => {
    const kind = areaKinds.find(([pattern]) => pattern.test(name))?.[1]
    return { id: uniqueId('area', name, gathered.ids), name: clip(name), ...(kind === undefined ? {} : { kind }) }
  })
}

/** The node of a name, made where it is new; a node that was met without an area takes the first one given. Cost O(1). */
export function nodeNamed(gathered: Gathered, name: string, areaName?: string): DocumentRecord<'node'> {
  const known = gathered.nodes.get(nameKey(name))
  if (known) {
    if (areaName !== undefined && known.areaId === gathered.areas.get(nameKey(elsewhere))?.id) known.areaId = areaNamed(gathered, areaName).id
    return known
  }
  return found(gathered.nodes, nameKey(name), () => ({
    id: uniqueId('node', name, gathered.ids),
    areaId: areaNamed(gathered, areaName).id,
    name: clip(name),
    kind: 'activity' as const,
  }))
}

/** The person of a name, made where they are new. Cost O(1). */
export function personNamed(gathered: Gathered, name: string): DocumentRecord<'person'> {
  return found(gathered.people, nameKey(name), () => ({ id: uniqueId('person', name, gathered.ids), name: clip(name) }))
}

/** The objective of a title on a node, made where it is new. Cost O(1). */
export function objectiveOn(gathered: Gathered, nodeId: string, cycleId: string, title = 'Untitled objective'): DocumentRecord<'objective'> {
  return found(gathered.objectives, `${nodeId} ${nameKey(title)}`, () => ({
    id: uniqueId('obj', title, gathered.ids),
    nodeId,
    cycleId,
    title: clip(title),
  }))
}

/** Adds what one node gives to another, once. Cost O(1). */
export function addExchange(gathered: Gathered, fromNodeId: string, toNodeId: string, deliverable: string): void {
  const key = `${fromNodeId} ${toNodeId} ${nameKey(deliverable)}`
  found(gathered.exchanges, key, () => ({
    id: uniqueId('exch', deliverable, gathered.ids),
    fromNodeId,
    toNodeId,
    deliverable: clip(deliverable),
    kind: 'tangible' as const,
  }))
}

/** Adds what a node protects, as a line says it, once. Cost O(length). Spec: HM24. */
export function addHealthMetric(gathered: Gathered, nodeId: string, line: string): void {
  const { name, owner, lower, upper, tolerance, unit } = parseHealthLine(line)
  found(gathered.healthMetrics, `${nodeId} ${nameKey(name)}`, () => ({
    ...{ id: uniqueId('health', name, gathered.ids), nodeId, name: clip(name) },
    ...(lower === null ? {} : { lower }),
    ...(upper === null ? {} : { upper }),
    ...(tolerance === null ? {} : { tolerance }),
    ...(unit === null ? {} : { unit }),
    ...(owner === null ? {} : { ownerId: personNamed(gathered, owner).id }),
  }))
}

/** A closeness as people write it; null where it is none. Cost O(1). */
export function closenessIn(text: string): Closeness | null {
  return closenesses.find((each) => each === text.toLowerCase()) ?? null
}
