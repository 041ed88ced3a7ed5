import { readFileSync } from 'node:fs'
import { type EntityOf, entitySchemas } from '../../lib/domain/entity.ts'
import { parseDocument } from '../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../lib/domain/format/to-changes.ts'
import { type EntityName, entityNames } from '../../lib/domain/ids.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../../lib/domain/snapshot.ts'

type Loose = Readonly<Record<string, unknown>>

const defaults: Record<EntityName, (id: string) => Loose> = {
  network: (id) => ({ name: id }),
  area: (id) => ({ name: id }),
  node: (id) => ({ name: id }),
  person: (id) => ({ name: id }),
  team: (id) => ({ name: id }),
  participation: () => ({ tier: 'core' }),
  exchange: (id) => ({ deliverable: id, kind: 'tangible' }),
  cycle: (id) => ({ name: id, startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' }),
  goal: (id) => ({ name: id }),
  objective: (id) => ({ title: id }),
  keyResult: (id) => ({ title: id, metric: { kind: 'boolean', current: 0 } }),
  dependency: () => ({ what: '', strength: 1, state: 'promised' }),
  promiseMove: () => ({ move: 'promise', to: 'promised', side: 'supplier' }),
  checkIn: () => ({}),
  comment: () => ({ text: 'Well done' }),
  source: (id) => ({ title: id, kind: 'document' }),
  exchangeCheck: () => ({ at: '2027-02-01T09:00:00Z', health: 'same' }),
  proposal: (id) => ({ title: id, plan: { kind: 'add', areaId: 'area', name: id }, state: 'open', at: '2027-02-01T09:00:00Z' }),
  mark: (id) => ({ name: id, kind: 'other', revision: 1, at: '2027-02-01T09:00:00Z' }),
  healthMetric: (id) => ({ name: id }),
  healthReading: () => ({ at: '2027-02-01T09:00:00Z', value: 1 }),
  ritual: (id) => ({ title: id, kind: 'walk', state: 'open', phase: 'stops', at: '2027-02-01T09:00:00Z' }),
  ritualItem: (id) => ({ text: id, kind: 'note', at: '2027-02-01T09:00:00Z' }),
  signOff: () => ({ at: '2027-02-01T09:00:00Z' }),
  tally: () => ({ key: 'confidence', counts: [0, 1], voters: 1, at: '2027-02-01T09:00:00Z' }),
  checkSetting: () => ({ rule: 'objective.tooMany' }),
  acceptance: (id) => ({ finding: id, rule: 'objective.tooMany', because: 'For this quarter', reviewOn: '2027-03-31' }),
  whatIf: (id) => ({ name: id, edits: [] }),
  reason: () => ({ revision: 1, kind: 'internal', at: '2027-02-01T09:00:00Z' }),
}

/** A record that has passed its schema; what a test does not care about is filled in. */
export function record<E extends EntityName>(entity: E, given: Loose, rank = 1): EntityOf<E> {
  const ranked = entity === 'network' ? {} : { rank }
  return castParsed<E>(entitySchemas[entity].parse({ ...defaults[entity](String(given['id'])), ...ranked, ...given }))
}

/** Guaranteed by `entitySchemas`: what it parses for an entity is a record of that entity. */
function castParsed<E extends EntityName>(parsed: unknown): EntityOf<E> {
  return parsed as EntityOf<E>
}

/** A network of records in the order in which they are given. */
export function sketch(records: Partial<Record<EntityName, readonly Loose[]>>): Snapshot {
  const network = records.network ?? [{ id: 'net' }]
  const all = Object.entries({ ...records, network }).map(([entity, list]) => [
    entity,
    list.map((each, at) => record(entityOf(entity), each, at + 1)),
  ])
  return makeSnapshot(Object.fromEntries(all))
}

function entityOf(text: string): EntityName {
  const entity = entityNames.find((name) => name === text)
  if (!entity) throw new Error(`${text} is no entity`)
  return entity
}

/** What a test says of a key result: its fields, and the node (else one of its own) and area that it lives on. */
export type SketchedKeyResult = Loose & { readonly node?: string; readonly area?: string; readonly cycle?: string }

/** One need: `supplier` and `consumer` are key results; fields of the dependency may be added. */
export type SketchedNeed = Loose & { readonly supplier: string | null; readonly consumer: string }

/**
 * Key results that need each other: each lives on its own node in area `area` unless it says otherwise, in cycle `q`
 * (2027-01-01 to 2027-03-31, active).
 */
export function needsNetwork(
  keyResults: Readonly<Record<string, SketchedKeyResult>>,
  needs: readonly SketchedNeed[],
  more: Partial<Record<EntityName, readonly Loose[]>> = {},
): Snapshot {
  const placed = Object.entries(keyResults).map(([id, { node = `node_${id}`, area = 'area', cycle = 'q', ...fields }]) => ({
    id,
    node,
    area,
    cycle,
    fields,
  }))
  const areas = new Set(['area', ...placed.map(({ area }) => area)])
  const nodes = new Map(placed.map(({ node, area }) => [node, area]))
  return sketch({
    cycle: [{ id: 'q' }],
    ...more,
    area: Array.from(areas, (id) => ({ id })),
    node: [...Array.from(nodes, ([id, areaId]) => ({ id, areaId })), ...(more.node ?? [])],
    objective: placed.map(({ id, node, cycle }) => ({ id: `obj_${id}`, nodeId: node, cycleId: cycle })),
    keyResult: placed.map(({ id, fields }) => ({ id, objectiveId: `obj_${id}`, ...fields })),
    dependency: needs.map(({ supplier, consumer, ...fields }, at) => ({
      id: `d${at + 1}`,
      supplierKeyResultId: supplier,
      consumerKeyResultId: consumer,
      ...fields,
    })),
  })
}

const fixtures = new URL('../fixtures/', import.meta.url)

function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, fixtures), 'utf8'))
}

/** The worked example as a network, with further dependencies where a test asks for them. */
export function goldenNetwork(moreDependencies: readonly Loose[] = []): Snapshot {
  const document = castObject(readFixture('value-network.weft.json'))
  const dependencies = [...castList(document['dependencies']), ...moreDependencies]
  const snapshot = makeSnapshot({})
  const parsed = parseDocument({ ...document, dependencies })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  applyChanges(snapshot, documentToChanges(parsed.document))
  return snapshot
}

/** The checked answers of the worked example, by path: `goldenAnswer('krNetwork', 'level')`. */
export function goldenAnswer(...path: string[]): unknown {
  return path.reduce<unknown>((value, key) => castObject(value)[key], castObject(readFixture('value-network-golden.json'))['expected'])
}

/** Guaranteed by the fixture: this place holds an object. */
function castObject(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>
}

/** Guaranteed by the fixture: this place holds a list of objects. */
function castList(value: unknown): Record<string, unknown>[] {
  return value as Record<string, unknown>[]
}

/** The same value with the keys of every object in alphabetical order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]))
}

/** Everything in a network as text, records by id, fields by name: two networks are equal if their texts are, byte by byte. */
export function textOf({ tables }: Snapshot): string {
  return entityNames
    .map((entity) => {
      const records = [...tables[entity].values()].sort((a, b) => (a.id < b.id ? -1 : 1))
      return `${entity}\n${records.map((each) => JSON.stringify(sorted(each))).join('\n')}`
    })
    .join('\n')
}
