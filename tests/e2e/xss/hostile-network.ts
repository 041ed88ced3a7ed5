import { payloads } from './payloads.ts'

const nodeCount = 24

/** The payload of a record, another for each field of it, so that each stands in each field of some record. */
function at(index: number, field: number): string {
  return payloads[(index + field * 37) % payloads.length] ?? ''
}

function each<T>(make: (index: number) => T): T[] {
  return payloads.map((_, index) => make(index))
}

const node = (index: number) => `n${index % nodeCount}`
const metrics = [
  (index: number) => ({ kind: 'increase', baseline: 0, target: 10, current: 4, unit: at(index, 1).slice(0, 20) }),
  (index: number) => ({
    kind: 'milestone',
    steps: [
      { name: at(index, 2), done: 1 },
      { name: at(index, 3), done: 0.5 },
    ],
  }),
  (index: number) => ({ kind: 'ordinal', zones: { commit: at(index, 4), target: at(index, 5), stretch: at(index, 6) }, current: 'commit' }),
]

/**
 * A network in which every text of every kind of record is hostile: people, exchanges, key results, needs, comments and sources by the
 * number of payloads, so that each payload stands in each of their fields; the few kinds that a screen cannot hold so many of hold several in one text.
 */
export function hostileNetwork(today: string): Record<string, unknown> {
  const bundle = (index: number, size: number) =>
    payloads
      .slice(index * size, (index + 1) * size)
      .join(' ')
      .slice(0, 480)
  return {
    format: 'weft/1',
    source: at(0, 0),
    network: { id: 'xss', name: at(0, 1), slug: 'xss', vision: bundle(0, 9), mission: bundle(1, 9), valueProposition: bundle(2, 9) },
    areas: [0, 1, 2, 3].map((index) => ({ id: `a${index}`, name: at(index, 0), kind: at(index, 9).slice(0, 60), description: bundle(index, 6) })),
    nodes: Array.from({ length: nodeCount }, (_, index) => ({
      id: `n${index}`,
      areaId: `a${index % 4}`,
      name: bundle(index, 9),
      description: bundle(index, 9),
      activities: payloads.slice(index * 9, (index + 1) * 9),
    })),
    teams: each((index) => ({ id: `t${index}`, name: at(index, 0) })),
    people: each((index) => ({ id: `p${index}`, name: at(index, 0), isPlaceholder: index % 5 === 0, teamIds: [`t${index}`] })),
    participations: each((index) => ({ id: `pa${index}`, nodeId: node(index), personId: `p${index}`, tier: index < nodeCount ? 'lead' : 'core' })),
    exchanges: each((index) => ({
      id: `e${index}`,
      fromNodeId: node(index),
      toNodeId: node(index + 1),
      deliverable: at(index, 0),
      kind: index % 2 ? 'tangible' : 'intangible',
      valueByReceiver: 3,
      source: at(index, 1),
    })),
    cycles: [{ id: 'c', name: at(3, 0), startsOn: `${today.slice(0, 4)}-01-01`, endsOn: `${today.slice(0, 4)}-12-31`, phase: 'active' }],
    goals: each((index) => ({ id: `g${index}`, name: at(index, 0), description: at(index, 1) })),
    objectives: Array.from({ length: nodeCount }, (_, index) => ({
      id: `o${index}`,
      nodeId: `n${index}`,
      cycleId: 'c',
      title: bundle(index, 9),
      description: bundle(index, 9),
      goalIds: [`g${index}`],
      ownerId: `p${index}`,
    })),
    keyResults: each((index) => ({
      id: `k${index}`,
      objectiveId: `o${index % nodeCount}`,
      title: at(index, 0),
      metric: metrics[index % metrics.length]?.(index),
      ownerId: `p${index}`,
      dueOn: today,
      confidence: 0.5,
    })),
    dependencies: each((index) => ({
      id: `d${index}`,
      consumerKeyResultId: `k${index}`,
      ...(index % 3 === 0 ? { supplierNodeId: node(index + 3) } : { supplierKeyResultId: `k${(index + 3) % payloads.length}` }),
      what: at(index, 0),
      condition: at(index, 1),
      note: at(index, 2),
      strength: 1,
      state: (['requested', 'promised', 'draft', 'delivered', 'declined'] as const)[index % 5],
      neededOn: today,
      ...(index % 5 === 1 || index % 5 === 3 ? { promisedOn: today } : {}),
    })),
    promiseMoves: each((index) => ({
      id: `m${index}`,
      dependencyId: `d${index}`,
      move: 'request',
      to: 'requested',
      side: 'consumer',
      at: `${today}T08:00:00Z`,
      reason: at(index, 0),
    })),
    checkIns: each((index) => ({
      id: `ci${index}`,
      keyResultId: `k${index}`,
      at: `${today}T09:00:00Z`,
      confidence: 0.5,
      note: at(index, 0),
      personId: `p${index}`,
    })),
    comments: each((index) => ({
      id: `co${index}`,
      subject: 'keyResult',
      subjectId: `k${index % 4}`,
      text: at(index, 0),
      personId: `p${index}`,
      at: `${today}T10:00:00Z`,
    })),
    sources: each((index) => ({
      id: `s${index}`,
      subject: 'keyResult',
      subjectId: `k${index % 4}`,
      field: at(index, 1).slice(0, 60),
      kind: 'document',
      title: at(index, 0),
      url: `https://example.org/?q=${encodeURIComponent(at(index, 2))}#${at(index, 3).replaceAll(/\s/g, '')}`,
      on: today,
    })),
  }
}
