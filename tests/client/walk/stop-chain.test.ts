import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spread } from '../../../app/[network]/walk/_drawing/spread.ts'
import { stepText } from '../../../app/[network]/walk/_drawing/step-text.ts'
import { stopChain } from '../../../app/[network]/walk/_drawing/stop-chain.ts'
import type { Assessment, DependencyAssessment, KeyResultAssessment } from '../../../lib/domain/okr/assessment.ts'
import { type GraphNeed, makeNeedGraph } from '../../../lib/domain/plan/graph.ts'
import { grow, overlap } from '../../../lib/layout/geometry.ts'

/** Guaranteed by the chain: it reads these fields of an assessment and no other. */
function assessment(ids: readonly string[], stubs: readonly string[] = []): Assessment {
  const keyResults = ids.map((id) => [id, { id, display: 'on-track', isDone: false } as KeyResultAssessment] as const)
  const needs = stubs.map((id) => {
    const need = { id, consumerKeyResultId: 'item', supplierKeyResultId: null, supplierNodeId: 'node', isEnded: false, condition: 'open' }
    return [id, need as DependencyAssessment] as const
  })
  return { keyResults: new Map(keyResults), dependencies: new Map(needs) } as unknown as Assessment
}

function need(supplier: string, consumer: string): GraphNeed {
  return { id: `${supplier}>${consumer}`, supplier, consumer, strength: 1 }
}

function chainOf(needs: readonly GraphNeed[], stubs: readonly string[] = []) {
  const ids = [...new Set(['item', ...needs.flatMap(({ supplier, consumer }) => [supplier, consumer])])]
  return stopChain({ graph: makeNeedGraph(ids, needs), assessment: assessment(ids, stubs), keyResultId: 'item' })
}

/** What is reached from the item along pairs, step after step until nothing new comes. */
function reachedBy(pairs: readonly (readonly [from: string, to: string])[]): ReadonlySet<string> {
  const reached = new Set(['item'])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const [from, to] of pairs) if (reached.has(from)) reached.add(to)
  }
  return reached
}

const many = (count: number, of: (at: number) => GraphNeed) => Array.from({ length: count }, (_, at) => of(at))

describe('the chain of a stop', () => {
  test('WA77: suppliers stand left of it and consumers right of it, two needs away at most; the rest is counted', () => {
    const chain = chainOf([need('far', 'mid'), need('mid', 'near'), need('near', 'item'), need('item', 'after')])
    expect(Object.fromEntries(chain.items.map(({ id, column }) => [id, column]))).toEqual({ item: 0, near: -1, mid: -2, after: 1 })
    expect(chain.left).toEqual({ upstream: 1, downstream: 0 })
    expect(chain.links.map(({ id }) => id).toSorted()).toEqual(['item>after', 'mid>near', 'near>item'])
  })
  test('WA76: a room reads at most twelve key results and nine names, four of them in one column', () => {
    const chain = chainOf([...many(9, (at) => need(`up${at}`, 'item')), ...many(9, (at) => need('item', `down${at}`))])
    expect(chain.items).toHaveLength(11)
    const ink = chain.items.filter(({ isQuiet }) => !isQuiet)
    expect(ink).toHaveLength(9)
    for (const column of [-1, 1]) expect(ink.filter((item) => item.column === column)).toHaveLength(4)
    expect(chain.left).toEqual({ upstream: 4, downstream: 4 })
  })
  test('WA77: a need on a node without a key result stands with the suppliers and is no key result that is left out', () => {
    const chain = chainOf([], ['need'])
    expect(chain.items.map(({ id, nodeId, column }) => ({ id, nodeId, column }))).toContainEqual({ id: 'need', nodeId: 'node', column: -1 })
    expect(chain.left).toEqual({ upstream: 0, downstream: 0 })
    expect(chain.links).toEqual([{ id: 'need', fromId: 'need', toId: 'item' }])
  })
  test('WA77: on a ring each key result stands once, where it is nearer', () => {
    const chain = chainOf([need('item', 'a'), need('a', 'b'), need('b', 'item')])
    expect(chain.items.map(({ id, column }) => `${id} ${column}`).toSorted()).toEqual(['a 1', 'b -1', 'item 0'])
    expect(chain.left).toEqual({ upstream: 0, downstream: 0 })
  })
  test('WA76: no card lies on another, the limits hold, and nothing is lost, whatever the needs are', () => {
    const names = ['item', ...'abcdefghijklmnop']
    const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).filter(([from, to]) => from !== to)
    fc.assert(
      fc.property(fc.uniqueArray(pair, { maxLength: 40, selector: (each) => each.join() }), (pairs) => {
        const chain = chainOf(pairs.map(([from, to]) => need(from, to)))
        expect(chain.items.length).toBeLessThanOrEqual(12)
        expect(chain.items.filter(({ isQuiet }) => !isQuiet).length).toBeLessThanOrEqual(9)
        expect(new Set(chain.items.map(({ id }) => id)).size).toBe(chain.items.length)
        const around = new Set([...reachedBy(pairs), ...reachedBy(pairs.map(([from, to]) => [to, from]))])
        around.delete('item')
        expect(Math.min(chain.left.upstream, chain.left.downstream)).toBeGreaterThanOrEqual(0)
        expect(chain.items.length - 1 + chain.left.upstream + chain.left.downstream).toBe(around.size)
        for (const [at, one] of chain.items.entries()) for (const other of chain.items.slice(at + 1)) expect(overlap(one, other)).toBe(false)
      }),
      {
        numRuns: 60,
        examples: [
          [
            [
              ['item', 'a'],
              ['a', 'item'],
            ],
          ],
        ],
      },
    )
  })
})

describe('labels that are moved apart', () => {
  const bounds = { x: 0, y: 0, width: 1600, height: 900 }
  const box = fc.record({
    x: fc.integer({ min: -100, max: 1600 }),
    y: fc.integer({ min: -100, max: 900 }),
    width: fc.constant(240),
    height: fc.constant(120),
  })
  test('WA78: nine of them find room beside each other, inside the map', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 9 }), (boxes) => {
        const placed = spread(boxes, bounds)
        for (const [at, one] of placed.entries()) {
          expect(one.x >= -0.01 && one.y >= -0.01 && one.x + one.width <= 1600.01 && one.y + one.height <= 900.01).toBe(true)
          for (const other of placed.slice(at + 1)) expect(overlap(grow(one, -1.5), grow(other, -1.5))).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })
  test('WA78: they leave the core and the names beside them free where there is room', () => {
    const fixed = [
      { x: 650, y: 300, width: 300, height: 300 },
      { x: 100, y: 100, width: 200, height: 60 },
    ]
    const three = fc.array(box, { maxLength: 3 })
    fc.assert(
      fc.property(three, (boxes) => {
        const placed = spread(boxes, bounds, fixed)
        for (const [at, one] of placed.entries())
          for (const other of [...fixed, ...placed.slice(at + 1)]) expect(overlap(grow(one, -1.5), grow(other, -1.5))).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
  test('WA78: those that have room stay where they are', () => {
    const boxes = [
      { x: 100, y: 100, width: 240, height: 120 },
      { x: 700, y: 300, width: 240, height: 120 },
    ]
    expect(spread(boxes, bounds)).toEqual(boxes)
  })
})

test('WA78: what is only done or not has no size', () => {
  expect([stepText(4), stepText(-2), stepText(100, { kind: 'boolean', current: 1 }), stepText(-100, { kind: 'boolean', current: 0 })]).toEqual([
    '▲+4',
    '▼−2',
    '✓ done',
    '✕ not done',
  ])
})
