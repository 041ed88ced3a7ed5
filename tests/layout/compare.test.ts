import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutChain } from '../../lib/layout/chain/chain.ts'
import { bundledChange } from '../../lib/layout/compare/changes.ts'
import type { Mark } from '../../lib/layout/draw/mark.ts'
import { contains } from '../../lib/layout/geometry.ts'
import type { ChainInput, ItemChange, MapInput, MapNodeInput } from '../../lib/layout/input.ts'
import { layoutMap } from '../../lib/layout/map/map.ts'
import type { MapScene } from '../../lib/layout/scene.ts'
import { drawScene, sceneToSvg } from '../../lib/layout/scene-to-svg.ts'
import { runs } from '../property-runs.ts'
import { edgesThroughBoxes, edgesThroughNodes, overlaps } from './check-scene.ts'
import { chainOf, mapOf } from './generated.ts'

const once = (kind: ItemChange['kind']): ItemChange => ({ kind, count: 1 })

type Two = { readonly before: MapInput; readonly after: MapInput; readonly both: MapInput; readonly gone: readonly string[] }

function lowestFree(taken: ReadonlySet<number>): number {
  let slot = 0
  while (taken.has(slot)) slot += 1
  return slot
}

/** A map from which some nodes went and to which others came, which take the lowest free slots: those of the nodes that went. */
function twoMaps(seed: number, count: number, goes: number): Two {
  const before = mapOf({ areas: 4, nodes: count, exchanges: 5, needs: 2, seed })
  const gone = before.nodes.filter((_, at) => at % goes === 0).map(({ id }) => id)
  const kept = before.nodes.filter(({ id }) => !gone.includes(id))
  const came: MapNodeInput[] = []
  for (const id of gone) {
    const old = before.nodes.find((node) => node.id === id)
    if (!old) continue
    const ring = [...kept, ...came].filter(({ areaId, closeness }) => areaId === old.areaId && closeness === old.closeness)
    came.push({ ...old, id: `new-${id}`, name: 'New', slot: lowestFree(new Set(ring.map(({ slot }) => slot))) })
  }
  const isThere = ({ fromId, toId }: { fromId: string; toId: string }) => !gone.includes(fromId) && !gone.includes(toId)
  const after = { ...before, nodes: [...kept, ...came], exchanges: before.exchanges.filter(isThere), needs: [] }
  const changes = {
    ...Object.fromEntries(gone.map((id) => [`node:${id}`, once('removed')])),
    ...Object.fromEntries(came.map(({ id }) => [`node:${id}`, once('added')])),
    ...Object.fromEntries(before.exchanges.filter((each) => !isThere(each)).map(({ id }) => [`exchange:${id}`, once('removed')])),
  }
  const both = { ...after, nodes: [...before.nodes, ...came], exchanges: before.exchanges, changes }
  return { before, after, both, gone }
}

function boxesOf(scene: MapScene) {
  return new Map(scene.nodes.map(({ id, box }) => [id, box]))
}

const shapes = fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 2, max: 30 }), fc.integer({ min: 2, max: 5 }))

describe('two moments on one map', () => {
  test('LU1: what is in both stands where it stands without the comparison, and what came stands where it will stay', () => {
    fc.assert(
      fc.property(shapes, ([seed, count, goes]) => {
        const { after, both } = twoMaps(seed, count, goes)
        const [alone, together] = [boxesOf(layoutMap(after)), boxesOf(layoutMap(both))]
        for (const [id, box] of alone) expect(together.get(id)).toEqual(box)
      }),
      { numRuns: runs(20) },
    )
  })

  test('LU2: what went stands where it stood, unless another has its place; nothing lies on anything', () => {
    fc.assert(
      fc.property(shapes, ([seed, count, goes]) => {
        const { before, after, both, gone } = twoMaps(seed, count, goes)
        const scene = layoutMap(both)
        const [old, now, together] = [boxesOf(layoutMap(before)), boxesOf(layoutMap(after)), boxesOf(scene)]
        expect(overlaps(scene.nodes)).toEqual([])
        expect(scene.nodes.every(({ box }) => contains(scene.view, box))).toBe(true)
        for (const id of gone) {
          const place = old.get(id)
          const isTaken =
            place &&
            overlaps([{ id, box: place }, ...[...now].map(([other, box]) => ({ id: other, box }))]).some((pair) => pair.startsWith(`${id} on`))
          if (!isTaken) expect(together.get(id)).toEqual(place)
        }
        expect(edgesThroughNodes({ ...scene, exchanges: [], needs: [] })).toEqual([])
      }),
      { numRuns: runs(20) },
    )
  })

  test('LU3: every change has its sign, also of a line that a large map would leave out', () => {
    const input = mapOf({ areas: 4, nodes: 40, exchanges: 90, needs: 0, seed: 4 })
    const known = new Set(layoutMap(input).exchanges.map(({ id }) => id))
    const left = input.exchanges.filter(({ id, fromId, toId }) => !known.has(id) && fromId !== toId).slice(0, 5)
    expect(left).toHaveLength(5)
    const changes = Object.fromEntries([...left.map(({ id }) => [`exchange:${id}`, once('changed')]), ['node:node3', { kind: 'changed', count: 4 }]])
    const scene = layoutMap({ ...input, changes })
    expect(scene.changes?.signs.map(({ key }) => key).sort()).toEqual(Object.keys(changes).sort())
    expect(scene.exchanges.filter(({ id }) => left.some((each) => each.id === id))).toHaveLength(5)
  })

  test('LU4: a line that stands for several needs came or went where all of them did, else it changed', () => {
    const changes = { 'dependency:a': once('added'), 'dependency:b': once('added'), 'dependency:c': once('removed') }
    expect(bundledChange(changes, ['dependency:a', 'dependency:b'])).toEqual({ kind: 'added', count: 2 })
    expect(bundledChange(changes, ['dependency:a', 'dependency:x'])).toEqual({ kind: 'changed', count: 1 })
    expect(bundledChange(changes, ['dependency:a', 'dependency:c'])).toEqual({ kind: 'changed', count: 2 })
    expect(bundledChange(changes, ['dependency:x'])).toBeUndefined()
  })
})

function chainWith(changes: Record<string, ItemChange>): { readonly input: ChainInput; readonly both: ChainInput } {
  const input = chainOf({ areas: 3, nodes: 8, cards: 60, needs: 50, seed: 11 })
  return { input, both: { ...input, changes } }
}

describe('two moments on one chain', () => {
  test('LU5: comparing moves nothing, unless a change would be folded away: then it is shown', () => {
    const { input } = chainWith({})
    const plain = layoutChain(input)
    const shown = plain.cards.find(({ kind }) => kind === 'key-result')
    const same = layoutChain({ ...input, changes: { [`keyResult:${shown?.id}`]: once('changed') } })
    expect(same.cards.map(({ id, box }) => ({ id, box }))).toEqual(plain.cards.map(({ id, box }) => ({ id, box })))
    const folded = plain.groups.flatMap(({ fold }) => fold?.cardIds ?? [])
    expect(folded.length).toBeGreaterThan(0)
    const [first] = folded
    const opened = layoutChain({ ...input, changes: { [`keyResult:${first}`]: once('removed') } })
    expect(opened.cards.map(({ id }) => id)).toContain(first)
    expect(opened.changes?.signs.map(({ key }) => key)).toEqual([`card:${first}`])
    expect([overlaps(opened.cards), edgesThroughBoxes(opened)]).toEqual([[], []])
  })

  test('LU3: every changed need of a chain has its sign on the line that stands for it', () => {
    const { input } = chainWith({})
    const drawn = layoutChain(input).edges.slice(0, 6)
    const changes = Object.fromEntries(drawn.flatMap(({ dependencyIds }) => dependencyIds.map((id) => [`dependency:${id}`, once('added')])))
    const scene = layoutChain({ ...input, changes })
    const signs = scene.changes?.signs.filter(({ key }) => key.startsWith('dependency:')).map(({ key }) => key.slice('dependency:'.length))
    expect(signs?.sort()).toEqual(drawn.map(({ id }) => id).sort())
  })
})

function groupOf(marks: readonly Mark[], part: string, id: string): Extract<Mark, { shape: 'group' }> {
  const found = marks.find((mark) => mark.shape === 'group' && mark.part === part && mark.id === id)
  if (found?.shape !== 'group') throw new Error(`there is no ${part} ${id}`)
  return found
}

describe('how a comparison is drawn', () => {
  const input = mapOf({ areas: 4, nodes: 6, exchanges: 0, needs: 0, seed: 2 })
  const changes = { 'node:node0': once('added'), 'node:node1': once('removed'), 'node:node2': { kind: 'changed' as const, count: 3 } }
  const nodes = input.nodes.map((node) => (node.id === 'node2' ? { ...node, progress: 0.7, was: 0.2 } : node))
  const scene = layoutMap({ ...input, nodes, changes })
  const marks = drawScene(scene)
  const outlineOf = (id: string) => groupOf(marks, 'node', id).children.find(({ shape }) => shape === 'rect')

  test('LU6: shapes tell it as well as colours: solid, broken and struck, with a ghost of the old bar', () => {
    expect(outlineOf('node0')).toMatchObject({ paint: { stroke: 'added', strokeWidth: 2.8 } })
    expect(outlineOf('node1')).toMatchObject({ paint: { stroke: 'removed', dash: '5 4' } })
    const strikes = groupOf(marks, 'node', 'node1').children.filter((mark) => mark.shape === 'path' && mark.paint.stroke === 'removed')
    expect(strikes.length).toBeGreaterThanOrEqual(scene.nodes.find(({ id }) => id === 'node1')?.title.lines.length ?? 9)
    const ghosts = groupOf(marks, 'node', 'node2').children.filter(
      (mark) => mark.shape === 'rect' && mark.paint.stroke === 'changed' && mark.paint.dash,
    )
    expect(ghosts).toHaveLength(1)
    expect(groupOf(marks, 'sign', 'node:node2').children.some((mark) => mark.shape === 'text' && mark.block.full === '3')).toBe(true)
  })

  test('LU7: what is the same is quiet by its ink, never by opacity', () => {
    const { children } = groupOf(marks, 'node', 'node3')
    const texts = children.filter((mark) => mark.shape === 'text')
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.every((mark) => mark.shape === 'text' && mark.ink === 'text-3')).toBe(true)
    expect(children.every((mark) => mark.shape === 'group' || mark.shape === 'text' || mark.paint.fillOpacity === undefined)).toBe(true)
  })

  test('LU8: the saved picture shows the comparison, and a drawing that compares nothing is as ever', () => {
    const svg = sceneToSvg(scene, { title: 'Since 1 October' })
    expect(svg.match(/data-part="sign"/g)).toHaveLength(3)
    const plain = sceneToSvg(layoutMap(input), { title: 'Map' })
    expect(plain).not.toMatch(/data-part="sign"|data-part="stood"/)
  })

  test('LU9: a node that was moved stands at its new place, with a frame where it stood', () => {
    const [moved] = input.nodes
    if (!moved) throw new Error('the map has no node')
    const { areaId, closeness, slot, position } = moved
    const there = { ...moved, position: { x: 400, y: 200 }, stood: { areaId, closeness, slot, position } }
    const both = layoutMap({ ...input, nodes: [there, ...input.nodes.slice(1)], changes: { [`node:${moved.id}`]: once('changed') } })
    const [now] = both.nodes
    expect(now?.stood).toEqual(layoutMap(input).nodes[0]?.box)
    expect(now && now.box.x + now.box.width / 2).toBe(400)
    expect(drawScene(both).some((mark) => mark.shape === 'group' && mark.part === 'stood')).toBe(true)
  })
})
