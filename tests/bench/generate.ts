import { fileURLToPath } from 'node:url'
import type { DocumentRecord, WeftDocument } from '../../lib/domain/format/document.ts'
import { addDays } from '../../lib/domain/time.ts'
import { drawEdges } from './edges.ts'
import { type Random, seeded } from './random.ts'
import { given, nodeName, personName, titleFrom, units } from './vocabulary.ts'

/** S is a typical company, M a large one, L a group or a public body. */
export const sizes = {
  S: { areas: 4, nodes: 25, objectives: 60, keyResults: 200, dependencies: 300, backEdges: 0, checkInWeeks: 8 },
  M: { areas: 8, nodes: 150, objectives: 450, keyResults: 1_500, dependencies: 3_000, backEdges: 30, checkInWeeks: 4 },
  L: { areas: 8, nodes: 1_000, objectives: 3_000, keyResults: 10_000, dependencies: 30_000, backEdges: 300, checkInWeeks: 1 },
} as const

export type Size = keyof typeof sizes

/** Nodes whose key results need each other most. */
const nodesOfCommunity = 6
const areaKinds = ['customer', 'brand', 'innovation', 'operational', 'partners', 'public', 'research', 'learning'] as const
const cycle = { id: 'cycle_1', name: 'Q1 2027', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' as const }
const today = '2027-02-20'

/** Numbers 0 … count - 1 spread over owners: each owner has one before chance gives the rest. */
function spread(count: number, owners: number, random: Random): number[] {
  return Array.from({ length: count }, (_, at) => (at < owners ? at : random.below(owners)))
}

function structure(size: Size, random: Random): Pick<WeftDocument, 'areas' | 'nodes' | 'people' | 'teams' | 'participations'> {
  const { areas, nodes } = sizes[size]
  const closenesses = ['core', 'contributing', 'contributing', 'peripheral'] as const
  return {
    areas: areaKinds.slice(0, areas).map((kind, at) => ({ id: `area_${at}`, name: `${kind[0]?.toUpperCase()}${kind.slice(1)} value`, kind })),
    nodes: Array.from({ length: nodes }, (_, at) => ({
      id: `node_${at}`,
      areaId: `area_${at % areas}`,
      name: nodeName(random, at + 1),
      closeness: random.pick(closenesses),
    })),
    people: Array.from({ length: nodes }, (_, at) => ({ id: `person_${at}`, name: personName(random) })),
    teams: Array.from({ length: Math.ceil(nodes / 2) }, (_, at) => ({ id: `team_${at}`, name: `Team ${at + 1}` })),
    participations: Array.from({ length: nodes }, (_, at) => ({
      id: `part_${at}`,
      nodeId: `node_${at}`,
      personId: `person_${at}`,
      tier: 'lead' as const,
    })),
  }
}

function communityOfNode(node: number): number {
  return Math.floor(node / nodesOfCommunity)
}

function exchangesFor(nodes: number, random: Random): DocumentRecord<'exchange'>[] {
  return Array.from({ length: nodes * 3 }, (_, at) => {
    const from = random.below(nodes)
    const start = communityOfNode(from) * nodesOfCommunity
    const near = start + random.below(Math.min(nodesOfCommunity, nodes - start))
    const to = random.chance(0.6) && near !== from ? near : (from + 1 + random.below(nodes - 1)) % nodes
    const kind = random.chance(0.6) ? ('tangible' as const) : ('intangible' as const)
    return {
      id: `exch_${at}`,
      fromNodeId: `node_${from}`,
      toNodeId: `node_${to}`,
      deliverable: random.pick(given),
      kind,
      valueByReceiver: 1 + random.below(5),
    }
  })
}

function metricFrom(random: Random): DocumentRecord<'keyResult'>['metric'] {
  const [kind, unit, base] = [random.next(), random.pick(units), 10 + random.below(90)]
  const way = Math.round(base * random.next() * 0.6)
  if (kind < 0.5) return { kind: 'increase', baseline: base, target: base + Math.ceil(base / 2), current: base + Math.round(way / 2), unit }
  if (kind < 0.68) return { kind: 'decrease', baseline: base, target: Math.round(base / 2), current: base - Math.round(way / 2), unit }
  if (kind < 0.84) return { kind: 'boolean', current: random.chance(0.3) ? 1 : 0 }
  if (kind < 0.9) return { kind: 'maintain', lower: base, upper: base + 10, current: base + random.below(14) - 2, unit }
  if (kind < 0.98)
    return {
      kind: 'milestone',
      steps: ['Agreed', 'Built', 'In use'].map((name, at) => ({ name, weight: 1 + at, done: random.chance(0.7 - at * 0.3) ? 1 : 0 })),
    }
  return { kind: 'ordinal', zones: { commit: 'Tried once', target: 'In use', stretch: 'Asked for by others' }, current: 'commit' }
}

function planFor(size: Size, random: Random): Required<Pick<WeftDocument, 'objectives' | 'keyResults' | 'dependencies'>> {
  const { nodes, objectives, keyResults, dependencies, backEdges } = sizes[size]
  const nodeOf = spread(objectives, nodes, random)
  const objectiveOf = spread(keyResults, objectives, random)
  const nodeOfKeyResult = (at: number) => nodeOf[objectiveOf[at] ?? 0] ?? 0
  const edges = drawEdges({ keyResults, edges: dependencies, backEdges, communityOf: (at) => communityOfNode(nodeOfKeyResult(at)) }, random)
  return {
    objectives: nodeOf.map((node, at) => ({
      id: `obj_${at}`,
      nodeId: `node_${node}`,
      cycleId: cycle.id,
      title: titleFrom(random),
      ownerId: `person_${node}`,
    })),
    keyResults: objectiveOf.map((objective, at) => ({
      id: `kr_${at}`,
      objectiveId: `obj_${objective}`,
      title: titleFrom(random),
      metric: metricFrom(random),
      confidence: (2 + random.below(9)) / 10,
      ownerId: `person_${nodeOfKeyResult(at)}`,
    })),
    dependencies: edges.map(({ supplier, consumer, isBack }, at) => ({
      ...promiseFrom(random),
      id: `dep_${isBack ? 'back-' : ''}${at}`,
      consumerKeyResultId: `kr_${consumer}`,
      supplierKeyResultId: `kr_${supplier}`,
      supplierNodeId: `node_${nodeOfKeyResult(supplier)}`,
    })),
  }
}

const states = ['promised', 'promised', 'promised', 'promised', 'delivered', 'accepted', 'requested', 'countered', 'declined', 'draft'] as const

function promiseFrom(random: Random): Pick<DocumentRecord<'dependency'>, 'what' | 'strength' | 'state' | 'neededOn' | 'promisedOn'> {
  const neededOn = addDays(cycle.startsOn, 20 + random.below(65))
  const state = random.pick(states)
  const promised = state === 'requested' || state === 'draft' ? {} : { promisedOn: addDays(neededOn, random.below(9) - 6) }
  return { what: random.pick(given), strength: (3 + random.below(8)) / 10, state, neededOn, ...promised }
}

function checkInsFor(keyResults: readonly DocumentRecord<'keyResult'>[], weeks: number, random: Random): DocumentRecord<'checkIn'>[] {
  return keyResults.flatMap(({ id, confidence, ownerId }) => {
    const day = addDays(today, -random.below(12))
    return Array.from({ length: weeks }, (_, at) => ({
      id: `chk_${id}_${at}`,
      keyResultId: id,
      at: `${addDays(day, -7 * (weeks - 1 - at))}T09:00:00Z`,
      ...(confidence === undefined ? {} : { confidence }),
      ...(ownerId === undefined ? {} : { personId: ownerId }),
    }))
  })
}

/**
 * A network of a size for benchmarks and tests: clustered by node, scale-free, acyclic but for one dependency in a hundred at M and L.
 *
 * @param seed the same seed gives the same document
 */
export function generate(size: Size, seed = 1): WeftDocument {
  const random = seeded(seed)
  const base = structure(size, random)
  const exchanges = exchangesFor(sizes[size].nodes, random)
  const plan = planFor(size, random)
  return {
    format: 'weft/1',
    source: `generated, size ${size}, seed ${seed}`,
    network: { id: `net_generated-${size.toLowerCase()}`, name: `Generated ${size}` },
    ...base,
    exchanges,
    cycles: [cycle],
    ...plan,
    checkIns: checkInsFor(plan.keyResults, sizes[size].checkInWeeks, random),
  }
}

function isSize(text: string | undefined): text is Size {
  return text !== undefined && Object.hasOwn(sizes, text)
}

/** `node tests/bench/generate.ts M [seed] > m.weft.json` */
function main([size, seed = '1']: readonly string[]): void {
  if (!isSize(size) || !/^\d{1,9}$/.test(seed)) {
    process.stderr.write(`Give a size (${Object.keys(sizes).join(', ')}) and, if you like, a seed.\n`)
    process.exitCode = 1
    return
  }
  process.stdout.write(`${JSON.stringify(generate(size, Number(seed)))}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))
