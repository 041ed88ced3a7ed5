import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { chainWalk } from '../../../app/[network]/chain/_components/chain-walk.ts'
import { needsInWords } from '../../../app/[network]/chain/_components/chain-words.ts'
import { makeReach } from '../../../app/[network]/chain/_components/reach.ts'
import { mapWalk } from '../../../app/[network]/map/_components/map-walk.ts'
import { linesInWords } from '../../../app/[network]/map/_components/map-words.ts'
import { type Direction, edgesOf, neighbourhood, step, turnPage, type Walk } from '../../../app/components/graph/walk.ts'
import { chainInput } from '../../../lib/client/scene-input/chain.ts'
import { mapInput } from '../../../lib/client/scene-input/map.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { applyChanges, makeSnapshot } from '../../../lib/domain/snapshot.ts'
import { layoutChain } from '../../../lib/layout/chain/chain.ts'
import { layoutMap } from '../../../lib/layout/map/map.ts'

const directions: readonly Direction[] = ['left', 'right', 'up', 'down']

/** All items that one key leads to from an item. */
function oneKeyFrom(walk: Walk, id: string): string[] {
  const arrows = directions.map((direction) => step(walk, id, direction))
  const ends = edgesOf(walk, id).map((edge) => (edge.from === id ? edge.to : edge.from))
  return [...arrows, ...ends, turnPage(walk, id, 1), turnPage(walk, id, -1), walk.order[0] ?? null, walk.order.at(-1) ?? null].filter(
    (each) => each !== null,
  )
}

/** The fewest keys from an item to one that was not visited yet. */
function nextUnvisited(walk: Walk, from: string, visited: ReadonlySet<string>): { id: string; presses: number } | null {
  const seen = new Set([from])
  let ring = [from]
  for (let presses = 1; ring.length > 0; presses += 1) {
    ring = [...new Set(ring.flatMap((id) => oneKeyFrom(walk, id)))].filter((id) => !seen.has(id))
    const found = ring.find((id) => !visited.has(id))
    if (found) return { id: found, presses }
    for (const id of ring) seen.add(id)
  }
  return null
}

/** Visits everything by keys, always going to the nearest that is left. */
function tour(walk: Walk): { visited: ReadonlySet<string>; presses: number } {
  let at = walk.order[0] ?? ''
  const visited = new Set([at])
  let presses = 0
  for (let next = nextUnvisited(walk, at, visited); next; next = nextUnvisited(walk, at, visited)) {
    presses += next.presses
    at = next.id
    visited.add(at)
  }
  return { visited, presses }
}

function golden() {
  const parsed = parseDocument(JSON.parse(readFileSync(new URL('../../fixtures/value-network.weft.json', import.meta.url), 'utf8')))
  if (!parsed.ok) throw new Error('the golden network has faults')
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(parsed.document))
  const assessment = assess(snapshot, { today: '2027-02-10', cycleId: [...snapshot.tables.cycle.keys()][0] ?? null })
  const map = layoutMap(mapInput(snapshot, assessment))
  const chain = layoutChain(chainInput(snapshot, assessment, { level: 'key-result' }))
  return { map: mapWalk(map, linesInWords(snapshot, map)), chain: chainWalk(chain, needsInWords(snapshot, assessment, chain)), edges: chain.edges }
}

describe('keyboard walk over a drawing', () => {
  const { map, chain, edges } = golden()

  test.each([
    ['map', map],
    ['chain', chain],
  ])('reaches every item of the %s by keys, in at most three presses an item', (_, walk) => {
    const { visited, presses } = tour(walk)
    expect([...walk.items.keys()].filter((id) => !visited.has(id))).toEqual([])
    expect(presses).toBeLessThanOrEqual(3 * walk.items.size)
  })

  test.each([
    ['map', map],
    ['chain', chain],
  ])('reaches every line of the %s from both of its ends', (_, walk) => {
    for (const edge of walk.edges) {
      expect(edgesOf(walk, edge.from)).toContain(edge)
      expect(edgesOf(walk, edge.to)).toContain(edge)
    }
  })

  test('an arrow on a map goes to something that lies that way', () => {
    for (const item of map.items.values()) {
      const right = map.items.get(step(map, item.id, 'right') ?? '')
      if (right) expect(right.x + right.width / 2).toBeGreaterThan(item.x + item.width / 2)
      const up = map.items.get(step(map, item.id, 'up') ?? '')
      if (up) expect(up.y + up.height / 2).toBeLessThan(item.y + item.height / 2)
    }
  })

  test('right on a chain follows a need downstream, left goes back upstream', () => {
    const [edge] = edges
    expect(edge).toBeDefined()
    if (!edge) return
    const downstream = edges.filter(({ fromId }) => fromId === edge.fromId).map(({ toId }) => toId)
    expect(downstream).toContain(step(chain, edge.fromId, 'right'))
    const upstream = edges.filter(({ toId }) => toId === edge.toId).map(({ fromId }) => fromId)
    expect(upstream).toContain(step(chain, edge.toId, 'left'))
  })

  test('a neighbourhood of degree 0 is the item alone, and each degree holds the one before', () => {
    for (const id of map.order) {
      const rings = [0, 1, 2, 3].map((degree) => neighbourhood(map, id, degree))
      expect([...(rings[0] ?? [])]).toEqual([id])
      for (let degree = 1; degree < rings.length; degree += 1) for (const each of rings[degree - 1] ?? []) expect(rings[degree]?.has(each)).toBe(true)
    }
  })

  test('upstream and downstream are each other’s mirror', () => {
    const reach = makeReach(edges)
    const ids = chain.order
    for (const a of ids) for (const b of ids) if (a !== b) expect(reach(a).upstream.has(b)).toBe(reach(b).downstream.has(a))
  })
})
