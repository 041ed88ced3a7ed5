import { expect, test } from 'vitest'
import { areasWithoutNode, flowFigureId } from '../../../../lib/domain/measure/figure/area-flow.ts'
import { figureOf } from '../../../../lib/domain/measure/figure/figures.ts'
import { hangTogether } from '../../../../lib/domain/measure/figure/shape.ts'
import { areaFlows } from '../../../../lib/domain/measure/value/area-flow.ts'
import { valueCoverage } from '../../../../lib/domain/measure/value/coverage.ts'
import { valueGraph } from '../../../../lib/domain/measure/value/snapshot-graph.ts'
import { breadthOf, twoSidedFlow } from '../../../../lib/domain/measure/value/two-sided.ts'
import { goldenNetwork, needsNetwork, sketch } from '../../sketch.ts'
import { measured, told } from './measured.ts'

const golden = measured(goldenNetwork())
const { snapshot } = golden.input

const star = measured(
  sketch({
    area: [{ id: 'a' }],
    node: ['hub', 'x', 'y', 'z', 'w'].map((id) => ({ id, areaId: 'a' })),
    exchange: ['x', 'y', 'z', 'w'].map((id) => ({ id: `e-${id}`, fromNodeId: 'hub', toNodeId: id })),
  }),
)

test('IN17: without the busiest a star falls apart, while any one of five leaves four in four of five ways', () => {
  // without the hub 1 of 5 is left together, without any other one 4: (1 + 4 · 4) ÷ 5 = 3.4
  expect(told(star, 'robust')).toEqual({
    value: '1 of 5',
    reading: 'When the busiest of 5 nodes goes, no two still hang together; when any one of them goes, about 3.',
    count: '5 nodes',
  })
  expect(figureOf(star.input, star.results, 'robust')?.shown?.nodeIds).toEqual(['hub'])
})
test('IN17: before anybody goes as many hang together as do: of two pieces the larger one', () => {
  expect([hangTogether(golden.looked), hangTogether(star.looked)]).toEqual([8, 5])
  const parted = sketch({
    area: [{ id: 'a' }],
    node: ['x', 'y', 'z', 'v', 'w'].map((id) => ({ id, areaId: 'a' })),
    exchange: [
      ['x', 'y'],
      ['y', 'z'],
      ['v', 'w'],
    ].map(([fromNodeId, toNodeId]) => ({ id: `${fromNodeId}${toNodeId}`, fromNodeId, toNodeId })),
  })
  expect([hangTogether({ snapshot: parted }), hangTogether({ snapshot: sketch({}) })]).toEqual([3, 0])
})
test('IN18: the only link and the only ties, by name', () => {
  expect(told(golden, 'links')).toEqual({
    value: '1 node',
    reading: 'Talent operations is the only link of others. Without the tie Identity and culture – Talent operations, one side is cut off.',
    count: '1 node and 1 tie of 8 nodes',
  })
  expect(told(star, 'links')?.count).toBe('1 node and 4 ties of 5 nodes')
  expect(figureOf(star.input, star.results, 'links')?.shown?.exchangeIds).toEqual(['e-x', 'e-y', 'e-z', 'e-w'])
})
test('IN19: what areas give each other sums to all exchanges, and each cell lights up as many', () => {
  const cells = areaFlows(valueGraph(snapshot)).map((flow) => ({ flow, figure: figureOf(golden.input, golden.results, flowFigureId(flow)) }))
  for (const { flow, figure } of cells) {
    expect(figure?.value).toBe(String(flow.exchanges))
    expect(figure?.shown?.exchangeIds ?? []).toHaveLength(flow.exchanges)
  }
  expect(cells.reduce((sum, { flow }) => sum + flow.exchanges, 0)).toBe(snapshot.tables.exchange.size)
  expect(figureOf(golden.input, golden.results, 'flow:nobody>nowhere')).toBeNull()
})
test('IN19: an area without a node has no row and no column, and is named', () => {
  const sparse = sketch({
    area: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    node: [
      { id: 'x', areaId: 'a' },
      { id: 'y', areaId: 'c' },
    ],
  })
  expect(areaFlows(valueGraph(sparse)).map(({ fromAreaId, toAreaId }) => `${fromAreaId}${toAreaId}`)).toEqual(['aa', 'ac', 'ca', 'cc'])
  expect(areasWithoutNode(sparse).map(({ name }) => name)).toEqual(['b'])
})
test('IN20: both sides of a node, and to whom it only gives', () => {
  expect(told(star, 'sides:hub')).toEqual({
    value: '0 in, 4 out',
    reading: 'hub gets 0 things and gives 4; 4 nodes give it nothing back.',
    count: '4 exchanges',
  })
  expect(told(star, 'sides:x')?.reading).toBe('x gets 1 thing and gives 0.')
  expect(figureOf(star.input, star.results, 'sides:gone')).toBeNull()
})
test('VN61: every exchange of a node is on one side, the broadest first', () => {
  for (const nodeId of snapshot.tables.node.keys()) {
    const { givers, takers } = twoSidedFlow(snapshot, nodeId, golden.input.chosen.cycleId)
    const own = [...snapshot.tables.exchange.values()].filter((each) => each.fromNodeId === nodeId || each.toNodeId === nodeId)
    expect(givers.length + takers.length).toBe(own.length)
    for (const side of [givers, takers]) expect(side.map(breadthOf)).toEqual(side.map(breadthOf).toSorted((a, b) => b - a))
  }
})
test('VN60: every pair of level and factor is there, an exchange with each of its factors', () => {
  const bare = measured(sketch({ area: [{ id: 'a' }], node: [{ id: 'x', areaId: 'a' }] }))
  expect(told(bare, 'coverage')?.value).toBe('unknown')
  const network = sketch({
    area: [{ id: 'a' }],
    node: ['x', 'y'].map((id) => ({ id, areaId: 'a' })),
    exchange: [
      { id: 'both', fromNodeId: 'x', toNodeId: 'y', level: 'civic', factors: ['social', 'emotional'] },
      { id: 'none', fromNodeId: 'y', toNodeId: 'x', factors: ['social'] },
    ],
  })
  const cells = valueCoverage(network)
  expect(cells).toHaveLength(16)
  expect(cells.filter(({ exchangeIds }) => exchangeIds.length > 0).map(({ level, factor }) => [level, factor])).toEqual([
    ['civic', 'emotional'],
    ['civic', 'social'],
  ])
})
test('IN21: levels and factors that are touched are counted, with how many exchanges say both', () => {
  const { value, count } = told(golden, 'coverage') ?? { value: '', count: '' }
  const said = [...snapshot.tables.exchange.values()].filter(({ level, factors }) => level !== null && factors.length > 0).length
  expect(count).toBe(`${said} of ${snapshot.tables.exchange.size} exchanges say both`)
  expect(value === 'unknown').toBe(said === 0)
})

/** So many exchanges between two nodes, the first of them informal. */
function exchanging(count: number, informal = 1) {
  const exchange = Array.from({ length: count }, (_, at) => ({
    id: `e${at}`,
    fromNodeId: 'x',
    toNodeId: 'y',
    kind: at < informal ? 'intangible' : 'tangible',
  }))
  return measured(sketch({ area: [{ id: 'a' }], node: ['x', 'y'].map((id) => ({ id, areaId: 'a' })), exchange }))
}

test('IN15: of a few exchanges the share is told as well, beside its count; of none that there are none', () => {
  expect(told(exchanging(2), 'informal')).toEqual({
    value: '50%',
    reading: '50% of what we exchange is informal (1 of 2).',
    count: '1 of 2 exchanges',
  })
  expect(told(exchanging(0), 'informal')).toMatchObject({ value: 'unknown', reading: 'Nothing is exchanged yet.' })
})
test('IN15, CN91: what is little but not nothing is not told as 0', () => {
  expect(told(exchanging(300), 'informal')).toMatchObject({
    value: 'less than 1%',
    reading: 'Less than 1% of what we exchange is informal (1 of 300).',
  })
  expect(told(exchanging(300, 0), 'informal')).toMatchObject({ value: '0%', reading: '0% of what we exchange is informal (0 of 300).' })
})
test('IN8: each need without a relationship has its own sentence, also where no exchange is drawn at all', () => {
  const three = measured(
    needsNetwork({ a: {}, b: {}, c: {} }, [
      { supplier: 'a', consumer: 'b' },
      { supplier: 'b', consumer: 'c' },
    ]),
  )
  expect(['missing:d1', 'missing:d2'].map((id) => told(three, id)?.reading)).toEqual([
    'node_b relies on node_a, but no exchange leads from there to it today.',
    'node_c relies on node_b, but no exchange leads from there to it today.',
  ])
  expect(told(three, 'missing:d1')?.count).toBe('one of 2 such needs, of 2 between nodes')
})
