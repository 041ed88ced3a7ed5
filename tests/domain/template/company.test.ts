import { describe, expect, test } from 'vitest'
import { type DocumentRecord, listedEntities, listIn } from '../../../lib/domain/format/document.ts'
import { referencesFrom } from '../../../lib/domain/references.ts'
import { prefixIds } from '../../../lib/domain/template/prefix.ts'
import { isSample, ratings, sampleSource } from '../../../lib/domain/template/sample/company.ts'
import { sample } from '../../../lib/domain/template/sample/sample.ts'
import { valueNetwork, valueNetworkExchanges, valueNetworkNodes } from '../../../lib/domain/template/value-network.ts'
import { addDays, daysBetween } from '../../../lib/domain/time.ts'

const today = '2026-12-30'
const document = sample(today, 'Sample')
const dependencies = listIn(document, 'dependency')
const keyResults = listIn(document, 'keyResult')
const cycles = listIn(document, 'cycle')

const objectiveById = new Map<string, DocumentRecord<'objective'>>(listIn(document, 'objective').map((objective) => [objective.id, objective]))
const keyResultById = new Map<string, DocumentRecord<'keyResult'>>(keyResults.map((keyResult) => [keyResult.id, keyResult]))

function objectiveOf(keyResultId = ''): DocumentRecord<'objective'> | undefined {
  return objectiveById.get(keyResultById.get(keyResultId)?.objectiveId ?? '')
}

function fieldOf(record: object, field: string): unknown {
  return Object.entries(record).find(([name]) => name === field)?.[1]
}

describe('the network of the sample', () => {
  test('is the value network, with ratings', () => {
    const plain = prefixIds('sample_', valueNetwork(today, 'Plain'))
    expect([document.areas, document.nodes]).toEqual([plain.areas, plain.nodes])
    const rated = ['valueBySender', 'valueByReceiver', 'confirmed', 'level', 'factors']
    const unrated = listIn(document, 'exchange').map((exchange) => Object.entries(exchange).filter(([field]) => !rated.includes(field)))
    expect(unrated.map((fields) => Object.fromEntries(fields))).toEqual(plain.exchanges)
  })

  test('has one rating for each exchange, from 1 to 5 on both sides', () => {
    expect(ratings).toHaveLength(valueNetworkExchanges.length)
    for (const [bySender, byReceiver] of ratings)
      for (const rating of [bySender, byReceiver]) expect([1, 2, 3, 4, 5], `${bySender} ${byReceiver}`).toContain(rating)
  })

  test('shows a gap: what one side values by two more than the other', () => {
    const gaps = ratings.map(([bySender, byReceiver]) => Math.abs(bySender - byReceiver))
    expect(gaps.filter((gap) => gap >= 2).length).toBeGreaterThanOrEqual(2)
    expect(gaps.filter((gap) => gap === 0).length).toBeGreaterThanOrEqual(5)
  })

  test('is known by its source, and by nothing else', () => {
    expect([isSample({ source: sampleSource }), isSample({ source: null }), isSample({}), isSample({ source: 'Sample' })]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(document.source).toBe(sampleSource)
  })
})

describe('people and teams of the sample', () => {
  test('every person leads, owns or takes part', () => {
    const busy = new Set<unknown>([
      ...listIn(document, 'participation').map(({ personId }) => personId),
      ...listIn(document, 'objective').map(({ ownerId }) => ownerId),
    ])
    for (const { id, name } of listIn(document, 'person')) expect(busy.has(id), name).toBe(true)
  })

  test('names of people and teams are unique, and people have no address or picture', () => {
    for (const entity of ['person', 'team'] as const) {
      const names = listIn(document, entity).map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
    }
    for (const { teamIds: _, ...person } of listIn(document, 'person')) expect(Object.keys(person).sort(), person.name).toEqual(['id', 'name'])
  })

  test('every team has people, and all but one person are in a team', () => {
    const teamIds = listIn(document, 'person').map((person) => person.teamIds ?? [])
    expect(new Set(teamIds.flat())).toEqual(new Set(listIn(document, 'team').map(({ id }) => id)))
    expect(teamIds.filter((each) => each.length === 0)).toHaveLength(1)
  })

  test('every team works on a node, and nobody takes part twice in one', () => {
    const parts = listIn(document, 'participation')
    expect(new Set(parts.flatMap(({ teamId }) => teamId ?? [])).size).toBe(listIn(document, 'team').length)
    const pairs = parts.map(({ nodeId, personId, teamId }) => `${nodeId} ${personId ?? teamId}`)
    expect(new Set(pairs).size).toBe(pairs.length)
  })

  test('everybody takes part since the quarter began', () => {
    expect(new Set(listIn(document, 'participation').map(({ from }) => from))).toEqual(new Set([cycles[0]?.startsOn]))
  })

  test('a person or a team takes part, never both', () => {
    for (const { id, personId, teamId } of listIn(document, 'participation'))
      expect([personId, teamId].filter((who) => who !== undefined).length, id).toBe(1)
  })
})

describe('goals and key results of the sample', () => {
  test('every goal names the key result that shows it, and objectives serve it', () => {
    const served = new Set<unknown>(listIn(document, 'objective').flatMap(({ goalIds = [] }) => goalIds))
    for (const { id, name, keyResultId } of listIn(document, 'goal')) {
      expect(keyResultById.has(String(keyResultId)), name).toBe(true)
      expect(served.has(id), name).toBe(true)
    }
  })

  test('a key result belongs to the owner of its objective', () => {
    for (const { id, ownerId } of keyResults) expect(ownerId, id).toBe(objectiveOf(id)?.ownerId)
  })

  test('numbers stand between baseline and target, and the direction fits the kind', () => {
    for (const { id, metric } of keyResults) {
      if (metric.kind !== 'increase' && metric.kind !== 'decrease') continue
      const { baseline = 0, target = 0, current = baseline } = metric
      expect(metric.kind === 'increase' ? baseline < target : baseline > target, id).toBe(true)
      expect(current >= Math.min(baseline, target) && current <= Math.max(baseline, target), id).toBe(true)
    }
  })

  test('weights of steps are a hundred together', () => {
    for (const { id, metric } of keyResults)
      if (metric.kind === 'milestone')
        expect(
          (metric.steps ?? []).reduce((sum, { weight }) => sum + (weight ?? 0), 0),
          id,
        ).toBe(100)
  })

  test('what the next quarter plans has no current value and no confidence', () => {
    const next = keyResults.filter(({ id }) => objectiveOf(id)?.cycleId === cycles[1]?.id)
    expect(next).toHaveLength(4)
    for (const { confidence, metric } of next) expect([confidence, 'current' in metric]).toEqual([undefined, false])
  })

  test('due days lie in the quarter; one result is past its day and not done', () => {
    for (const { dueOn } of keyResults) if (dueOn) expect(dueOn >= (cycles[0]?.startsOn ?? '') && dueOn <= (cycles[0]?.endsOn ?? '')).toBe(true)
    expect(keyResults.filter(({ dueOn }) => dueOn && dueOn < today).map(({ id }) => id)).toEqual(['sample_kr_brand-promise'])
  })
})

describe('promises of the sample', () => {
  test('a promised day is there exactly where somebody has agreed to one', () => {
    for (const { id, state, promisedOn } of dependencies)
      expect(promisedOn !== undefined, `${id} ${state}`).toBe(!['draft', 'requested', 'countered', 'declined'].includes(state))
  })

  test('what is accepted was promised and needed in the past; what is open is needed later, but for three', () => {
    const accepted = dependencies.filter(({ state }) => state === 'accepted')
    expect(accepted.length).toBeGreaterThan(0)
    for (const { id, neededOn = '', promisedOn = '' } of accepted) expect([neededOn < today, promisedOn <= neededOn], id).toEqual([true, true])
    const overdue = dependencies.filter(
      ({ state, neededOn = '' }) => ['promised', 'requested', 'offered', 'countered'].includes(state) && neededOn < today,
    )
    expect(overdue.map(({ what }) => what)).toEqual([
      'Event stream that keeps the order',
      'Final wording for the cover of the guide',
      'Price list for audit services',
    ])
  })

  test('a counter is for a later day than the one asked for', () => {
    const countered = dependencies.filter(({ state }) => state === 'countered')
    expect(countered.map(({ neededOn = '', terms }) => daysBetween(neededOn, terms?.on ?? ''))).toEqual([7])
  })

  test('the supplier is the node of the key result that supplies', () => {
    for (const { id, supplierKeyResultId, supplierNodeId } of dependencies)
      if (supplierKeyResultId) expect(supplierNodeId, id).toBe(objectiveOf(supplierKeyResultId)?.nodeId)
  })

  test('no key result waits for itself, not even through others', () => {
    for (const { id } of keyResults) expect(suppliersOf(id).has(id), id).toBe(false)
  })

  test('promises of the next quarter are asked for in that quarter', () => {
    const next = dependencies.filter(({ id }) => id.startsWith('sample_dep_next'))
    expect(next).toHaveLength(4)
    for (const { consumerKeyResultId, neededOn = '' } of next) {
      expect(objectiveOf(consumerKeyResultId)?.cycleId).toBe(cycles[1]?.id)
      expect(neededOn > (cycles[0]?.endsOn ?? '') && neededOn <= (cycles[1]?.endsOn ?? '')).toBe(true)
    }
  })

  test('strengths are shares, and no promise is asked for twice', () => {
    for (const { id, strength } of dependencies) expect(strength > 0 && strength <= 1, id).toBe(true)
    const pairs = dependencies.map(({ consumerKeyResultId, supplierKeyResultId, supplierNodeId }) =>
      [consumerKeyResultId, supplierKeyResultId, supplierNodeId].join(' '),
    )
    expect(new Set(pairs).size).toBe(pairs.length)
  })
})

/** Every key result that one waits for, directly or through others. */
function suppliersOf(keyResultId: string): Set<string> {
  const reached = new Set<string>()
  const open = [keyResultId]
  for (const id of open)
    for (const { consumerKeyResultId, supplierKeyResultId } of dependencies)
      if (consumerKeyResultId === id && supplierKeyResultId && !reached.has(supplierKeyResultId)) {
        reached.add(supplierKeyResultId)
        open.push(supplierKeyResultId)
      }
  return reached
}

describe('the prefix of ids', () => {
  test('is before every id and every reference, and nowhere else', () => {
    const plain = valueNetwork(today, 'node_platform')
    const marked = prefixIds('x_', plain)
    expect(marked.areas).toEqual(plain.areas?.map((area) => ({ ...area, id: `x_${area.id}` })))
    expect(marked.nodes).toEqual(plain.nodes?.map((node) => ({ ...node, id: `x_${node.id}`, areaId: `x_${node.areaId}` })))
    expect(marked.exchanges).toEqual(
      plain.exchanges?.map((each) => ({ ...each, id: `x_${each.id}`, fromNodeId: `x_${each.fromNodeId}`, toNodeId: `x_${each.toNodeId}` })),
    )
    expect(marked.cycles).toEqual(plain.cycles?.map((cycle) => ({ ...cycle, id: `x_${cycle.id}` })))
    expect(marked.network).toEqual({ id: 'x_net_value-network', name: 'node_platform' })
    expect(listIn(marked, 'node').map(({ id }) => id)).toEqual(Object.keys(valueNetworkNodes).map((key) => `x_node_${key}`))
  })

  test('is on every reference of the sample, so that its records can be removed together', () => {
    for (const entity of listedEntities)
      for (const record of listIn(document, entity))
        for (const { field } of referencesFrom(entity)) for (const id of [fieldOf(record, field) ?? []].flat()) expect(String(id)).toMatch(/^sample_/)
  })

  test('makes no two ids alike, on any day', () => {
    for (let count = 0; count < 14; count += 1) {
      const made = sample(addDays(today, count), 'Sample')
      const ids = listedEntities.flatMap((entity) => listIn(made, entity).map((record) => fieldOf(record, 'id')))
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})
