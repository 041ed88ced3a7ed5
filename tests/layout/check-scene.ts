import { type Box, grow, overlap, type Point, polylineCrosses } from '../../lib/layout/geometry.ts'
import type { ChainScene, MapScene, TextBlock } from '../../lib/layout/scene.ts'
import { textWidth } from '../../lib/layout/text.ts'

/** Pairs of boxes that overlap, as text; none is what every picture must have. */
export function overlaps(boxes: readonly { readonly id: string; readonly box: Box }[]): string[] {
  return boxes.flatMap((a, index) => boxes.slice(index + 1).flatMap((b) => (overlap(a.box, b.box) ? [`${a.id} on ${b.id}`] : [])))
}

/** A polyline that follows an SVG path of M, L, Q and C with absolute places, in short steps. */
export function pointsOfPath(path: string): Point[] {
  const points: Point[] = []
  for (const [, letter = '', list = ''] of path.matchAll(/([MLQC])([^MLQCZ]*)/g)) {
    const numbers = (list.match(/-?[\d.]+/g) ?? []).map(Number)
    const ends = Array.from({ length: numbers.length / 2 }, (_, index) => ({ x: numbers[2 * index] ?? 0, y: numbers[2 * index + 1] ?? 0 }))
    const from = points.at(-1) ?? ends[0] ?? { x: 0, y: 0 }
    if (letter === 'M' || letter === 'L') points.push(...ends)
    else for (let step = 1; step <= 40; step += 1) points.push(bezier([from, ...ends], step / 40))
  }
  return points
}

function bezier(points: readonly Point[], t: number): Point {
  if (points.length === 1) return points[0] ?? { x: 0, y: 0 }
  return bezier(
    points.slice(1).map((b, index) => {
      const a = points[index] ?? b
      return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
    }),
    t,
  )
}

/** Edges of a map that run through a node, their own ones included, or through the core. */
export function edgesThroughNodes(scene: MapScene): string[] {
  const { centre, radius } = scene.core
  const edges = [...scene.exchanges, ...scene.needs]
  return edges.flatMap((edge) => {
    const line = pointsOfPath(edge.path)
    const nodes = scene.nodes.filter(({ box }) => polylineCrosses(line, grow(box, -0.5))).map((node) => `${edge.id} through ${node.id}`)
    const nearest = Math.min(...line.map(({ x, y }) => Math.hypot(x - centre.x, y - centre.y)))
    return nearest < radius ? [...nodes, `${edge.id} through the core`] : nodes
  })
}

/** Edges of a chain that run through a card or through a band of which neither end is a part. */
export function edgesThroughBoxes(scene: ChainScene): string[] {
  const nodeOf = new Map(scene.cards.map(({ id, nodeId }) => [id, nodeId]))
  return scene.edges.flatMap((edge) => {
    const line = pointsOfPath(edge.path)
    const cards = scene.cards.filter(({ box }) => polylineCrosses(line, grow(box, -0.3))).map(({ id }) => `${edge.id} through ${id}`)
    const own = new Set([nodeOf.get(edge.fromId), nodeOf.get(edge.toId)])
    const bands = scene.groups.filter(({ nodeId, parts }) => !own.has(nodeId) && parts.some(({ box }) => polylineCrosses(line, grow(box, -0.3))))
    return [...cards, ...bands.map(({ nodeId }) => `${edge.id} through band ${nodeId}`)]
  })
}

type Piece = { readonly net: string; readonly at: number; readonly from: number; readonly to: number }

function piecesOf(scene: ChainScene, isUpright: boolean): Piece[] {
  return scene.edges.flatMap((edge) =>
    edge.points.slice(1).flatMap((b, index) => {
      const a = edge.points[index] ?? b
      if (Math.abs(a.x - b.x) < 0.01 !== isUpright) return []
      const [at, from, to] = isUpright ? [a.x, Math.min(a.y, b.y), Math.max(a.y, b.y)] : [a.y, Math.min(a.x, b.x), Math.max(a.x, b.x)]
      return [{ net: `${edge.fromId} ${edge.style} ${edge.isBackEdge}`, at, from, to }]
    }),
  )
}

/** Pieces of lines of different suppliers or styles that run side by side nearer than `least` pixels. */
export function tooNear(scene: ChainScene, least: number): string[] {
  return [true, false].flatMap((isUpright) => {
    const pieces = piecesOf(scene, isUpright).sort((a, b) => a.at - b.at)
    return pieces.flatMap((a, index) => {
      const found: string[] = []
      for (let i = index + 1; i < pieces.length; i += 1) {
        const b = pieces[i]
        if (!b || b.at - a.at >= least) break
        if (b.net !== a.net && Math.min(a.to, b.to) - Math.max(a.from, b.from) > 1)
          found.push(`${a.net} beside ${b.net} at ${a.at.toFixed(1)} and ${b.at.toFixed(1)}, ${isUpright ? 'upright' : 'level'}`)
      }
      return found
    })
  })
}

/** How often lines of different suppliers cross. */
export function countCrossings(scene: ChainScene): number {
  const upright = piecesOf(scene, true)
  const level = piecesOf(scene, false)
  return upright.reduce(
    (sum, a) => sum + level.filter((b) => a.net !== b.net && b.from < a.at && b.to > a.at && a.from < b.at && a.to > b.at).length,
    0,
  )
}

/** Lines of text that leave their box, by the width table with its margin. */
export function textOutside(block: TextBlock | null, box: Box): string[] {
  return (block?.lines ?? []).flatMap((line) => {
    const width = textWidth(line.text, block?.size ?? 12, block?.weight ?? 400)
    const left = block?.anchor === 'end' ? line.x - width : block?.anchor === 'middle' ? line.x - width / 2 : line.x
    const isInside =
      left >= box.x - 0.1 &&
      left + width <= box.x + box.width + 0.1 &&
      line.y <= box.y + box.height &&
      line.y - (block?.size ?? 12) * 0.8 >= box.y - 0.1
    return isInside ? [] : [`“${line.text}” leaves its box`]
  })
}
