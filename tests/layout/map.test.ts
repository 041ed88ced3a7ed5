import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapInput } from '../../lib/client/scene-input/map.ts'
import { grow, overlap } from '../../lib/layout/geometry.ts'
import type { MapInput } from '../../lib/layout/input.ts'
import { layoutMap } from '../../lib/layout/map/map.ts'
import { angleOf, sectorsOf } from '../../lib/layout/map/sector.ts'
import type { MapScene } from '../../lib/layout/scene.ts'
import { runs } from '../property-runs.ts'
import { edgesThroughNodes, overlaps, textOutside } from './check-scene.ts'
import { type MapShape, mapOf } from './generated.ts'
import { exampleNetworks } from './networks.ts'

const shapes = fc.record({
  areas: fc.integer({ min: 1, max: 8 }),
  nodes: fc.integer({ min: 0, max: 40 }),
  exchanges: fc.integer({ min: 0, max: 40 }),
  needs: fc.integer({ min: 0, max: 20 }),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  oneRing: fc.boolean(),
}) satisfies fc.Arbitrary<MapShape>

function placesOf(scene: MapScene): Record<string, string> {
  return Object.fromEntries(scene.nodes.map(({ id, box }) => [id, `${box.x},${box.y}`]))
}

function labelsOf(scene: MapScene) {
  return [...scene.exchanges, ...scene.needs].flatMap(({ id, label }) => (label ? [{ id, box: label.box }] : []))
}

const examples = exampleNetworks().map(({ name, snapshot, assessment }) => ({ name, input: mapInput(snapshot, assessment) }))

function withoutNode(input: MapInput, id: string): MapInput {
  return {
    ...input,
    nodes: input.nodes.filter((node) => node.id !== id),
    exchanges: input.exchanges.filter(({ fromId, toId }) => fromId !== id && toId !== id),
    needs: input.needs.filter(({ supplierId, consumerId }) => supplierId !== id && consumerId !== id),
  }
}

describe('places', () => {
  test('LM1: the same input gives the same scene', () => {
    const input = mapOf({ areas: 5, nodes: 20, exchanges: 25, needs: 10, seed: 5 })
    expect(layoutMap(structuredClone(input))).toEqual(layoutMap(input))
  })

  test('LM2: adding, linking and deleting move no other node', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), (shape, choice) => {
        const input = mapOf({ ...shape, nodes: shape.nodes + 1 })
        const id = `node${choice % input.nodes.length}`
        const { [id]: gone, ...others } = placesOf(layoutMap(input))
        expect(gone).toBeDefined()
        expect(placesOf(layoutMap(withoutNode(input, id)))).toEqual(others)
        expect(placesOf(layoutMap({ ...input, exchanges: [], needs: [] }))).toEqual({ ...others, [id]: gone })
      }),
      { numRuns: runs(40) },
    )
  })

  test('LM3: no two nodes overlap, for one to eight areas, whatever the rings', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(overlaps(layoutMap(mapOf({ ...shape, exchanges: 0, needs: 0 })).nodes)).toEqual([])
      }),
      { numRuns: runs(60) },
    )
  })

  test.each([
    ['40 nodes in four areas', 4, 40, false],
    ['40 nodes in four areas, all on one ring', 4, 40, true],
    ['150 nodes in five areas', 5, 150, false],
    ['150 nodes in eight areas, all on one ring', 8, 150, true],
  ])('LM3: %s have no overlap', (_, areas, nodes, oneRing) => {
    const scene = layoutMap(mapOf({ areas, nodes, exchanges: 0, needs: 0, seed: 9, oneRing }))
    expect(scene.nodes).toHaveLength(nodes)
    expect(overlaps(scene.nodes)).toEqual([])
  })

  test('LM3: 40 nodes, ten in each of four areas and spread over the rings, stay in the design space', () => {
    const input = mapOf({ areas: 4, nodes: 40, exchanges: 0, needs: 0, seed: 1 })
    const rings = [
      'core',
      'core',
      'core',
      'contributing',
      'contributing',
      'contributing',
      'contributing',
      'peripheral',
      'peripheral',
      'peripheral',
    ] as const
    const nodes = input.nodes.map((node, index) => {
      const at = Math.floor(index / 4)
      return { ...node, closeness: rings[at] ?? 'core', slot: rings.slice(0, at).filter((ring) => ring === rings[at]).length }
    })
    expect(layoutMap({ ...input, nodes }).view).toMatchObject({ width: 1624, height: 924 })
  })

  test('LM4: a node lies in the sector of its area, clear of the core and of all area names', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const scene = layoutMap(mapOf({ ...shape, exchanges: 0, needs: 0 }))
        const sectors = sectorsOf(shape.areas)
        const { centre, radius } = scene.core
        for (const { box, areaId } of scene.nodes) {
          const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
          const sector = sectors[Number(areaId.slice(4))]
          const turn = 2 * Math.PI
          const offset = (((angleOf(middle) - (sector?.from ?? 0)) % turn) + turn) % turn
          expect(offset).toBeLessThan((sector?.to ?? 0) - (sector?.from ?? 0))
          const nearest = Math.hypot(
            Math.max(box.x - centre.x, 0, centre.x - box.x - box.width),
            Math.max(box.y - centre.y, 0, centre.y - box.y - box.height),
          )
          expect(nearest).toBeGreaterThan(radius)
          for (const { title } of scene.areas)
            expect(title.lines.some(({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)).toBe(false)
        }
      }),
      { numRuns: runs(30) },
    )
  })

  test('LM5: a place chosen by hand wins over ring and slot', () => {
    const input = mapOf({ areas: 4, nodes: 3, exchanges: 0, needs: 0, seed: 2 })
    const nodes = input.nodes.map((node, index) => (index === 1 ? { ...node, position: { x: 333, y: 222 } } : node))
    expect(layoutMap({ ...input, nodes }).nodes[1]?.box).toMatchObject({ x: 333 - 88, y: 222 - 32 })
  })
})

describe('edges', () => {
  test.each(examples)('LM6: no edge runs through a node or the core: $name', ({ input }) => {
    expect(edgesThroughNodes(layoutMap(input))).toEqual([])
  })

  test('LM6: no edge runs through a node or the core on generated maps', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(edgesThroughNodes(layoutMap(mapOf(shape)))).toEqual([])
      }),
      { numRuns: runs(25) },
    )
  })

  test('LM6: bends and ways past boxes further away (seed 752191 of an earlier run)', () => {
    const scene = layoutMap(mapOf({ areas: 4, nodes: 27, exchanges: 4, needs: 0, seed: 752_191 }))
    expect(edgesThroughNodes(scene)).toEqual([])
    expect(scene.hidden.exchanges).toBe(0)
  })

  test('LM6: no edge runs through a node or the core where nodes were moved by hand, on each other too', () => {
    fc.assert(
      fc.property(shapes, fc.array(fc.record({ x: fc.integer({ min: 0, max: 1600 }), y: fc.integer({ min: 0, max: 900 }) })), (shape, positions) => {
        const input = mapOf(shape)
        const nodes = input.nodes.map((node, index) => ({ ...node, position: positions[index] ?? null }))
        expect(edgesThroughNodes(layoutMap({ ...input, nodes }))).toEqual([])
      }),
      { numRuns: runs(25) },
    )
  })

  test('LM6: between nodes without a place chosen by hand a way is always found', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const input = mapOf(shape)
        const { hidden } = layoutMap({ ...input, options: { allExchanges: true } })
        expect(hidden.exchanges).toBe(input.exchanges.filter(({ fromId, toId }) => fromId === toId || shape.nodes === 0).length)
        expect(hidden.needs).toBe(input.needs.filter(({ supplierId, consumerId }) => supplierId === consumerId || shape.nodes === 0).length)
      }),
      { numRuns: runs(25) },
    )
  })

  test.each(examples)('LM6: every exchange and need between two nodes is drawn or counted: $name', ({ input }) => {
    const { exchanges, needs, hidden } = layoutMap(input)
    expect(exchanges.length + hidden.exchanges).toBe(input.exchanges.length)
    expect(needs.length + hidden.needs).toBe(input.needs.length)
    expect(hidden.exchanges).toBe(0)
  })

  test('LM7: the two directions between two nodes are drawn apart', () => {
    const input = mapOf({ areas: 4, nodes: 2, exchanges: 0, needs: 0, seed: 3 })
    const base = { deliverable: 'x', kind: 'tangible', valueBySender: null, valueByReceiver: null } as const
    const scene = layoutMap({
      ...input,
      exchanges: [
        { ...base, id: 'there', fromId: 'node0', toId: 'node1' },
        { ...base, id: 'back', fromId: 'node1', toId: 'node0' },
        { ...base, id: 'again', fromId: 'node0', toId: 'node1' },
      ],
    })
    const middles = scene.exchanges.map(({ points }) => points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 })
    for (const [i, a] of middles.entries()) for (const b of middles.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(12)
  })

  test('LM8: above 24 nodes the 30 strongest exchanges are drawn and the rest is counted; all on demand', () => {
    const input = mapOf({ areas: 4, nodes: 40, exchanges: 120, needs: 0, seed: 11 })
    const scene = layoutMap(input)
    expect(scene.exchanges).toHaveLength(30)
    expect(scene.hidden.exchanges).toBe(90)
    const strength = new Map(input.exchanges.map(({ id, valueByReceiver }) => [id, valueByReceiver ?? -3]))
    const weakest = Math.min(...scene.exchanges.map(({ id }) => strength.get(id) ?? -3))
    const drawn = new Set(scene.exchanges.map(({ id }) => id))
    const left = input.exchanges.filter(({ id, fromId, toId }) => !drawn.has(id) && fromId !== toId)
    expect(Math.max(...left.map(({ id }) => strength.get(id) ?? -3))).toBeLessThanOrEqual(weakest)
    const self = input.exchanges.filter(({ fromId, toId }) => fromId === toId).length
    expect(layoutMap({ ...input, options: { allExchanges: true } }).hidden.exchanges).toBe(self)
  })
})

describe('labels', () => {
  function checkLabels(scene: MapScene): void {
    const labels = labelsOf(scene)
    expect(overlaps(labels)).toEqual([])
    const heads = [...scene.exchanges, ...scene.needs].map(({ headBox }) => headBox)
    for (const { box } of labels) {
      expect(scene.nodes.filter((node) => overlap(node.box, box)).map(({ id }) => id)).toEqual([])
      expect(heads.filter((head) => overlap(head, box))).toEqual([])
    }
  }

  test.each(examples)('LM9: no label on a node, an arrow head or another label: $name', ({ input }) => {
    checkLabels(layoutMap(input))
  })

  test('LM9: no label on a node, an arrow head or another label on generated maps', () => {
    fc.assert(
      fc.property(shapes, (shape) => checkLabels(layoutMap(mapOf(shape)))),
      { numRuns: runs(20) },
    )
  })

  test('LM9: a label that is left out is counted and has its place for the focus', () => {
    const scene = layoutMap(mapOf({ areas: 4, nodes: 24, exchanges: 60, needs: 0, seed: 12 }))
    const without = scene.exchanges.filter(({ label }) => label === null)
    expect(scene.hidden.labels).toBe(without.length)
    expect(without.every(({ labelOnFocus, deliverable }) => labelOnFocus.text.full === deliverable)).toBe(true)
  })

  test('LM10: all text of a card lies in its box, and what is cut says so', () => {
    fc.assert(
      fc.property(shapes, fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme' }), (shape, name) => {
        const input = mapOf({ ...shape, exchanges: 0, needs: 0 })
        const scene = layoutMap({ ...input, nodes: input.nodes.map((node) => ({ ...node, name })) })
        for (const node of scene.nodes) {
          expect([node.title, ...node.counts].flatMap((block) => textOutside(block, grow(node.box, -1)))).toEqual([])
          expect(node.title.lines.length).toBeLessThanOrEqual(2)
          expect(node.title.lines.at(-1)?.text.endsWith('…') ?? false).toBe(node.title.isCut || name.trim().endsWith('…'))
        }
      }),
      { numRuns: runs(40) },
    )
  })
})
