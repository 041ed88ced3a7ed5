import { type Box, boxAround, overlap, type Point } from '../geometry.ts'
import type { Changes, MapNodeInput } from '../input.ts'
import { nodeSize } from '../map/places.ts'

const mostTries = 200

type PlaceOf = (node: MapNodeInput) => Point

function boxAt(place: Point): Box {
  return boxAround(place, nodeSize.width, nodeSize.height)
}

/**
 * Places for all nodes of a map that compares: what is there keeps its place; what is gone keeps its own, too, unless somebody has taken it
 * since, and then it stands on the next free place of its ring.
 *
 * @param placeOf the place of a node by its ring and slot, or where it was put by hand
 * @returns place by node id
 * Cost O(gone · tries · nodes).
 */
export function placesWithGone(nodes: readonly MapNodeInput[], changes: Changes, placeOf: PlaceOf): ReadonlyMap<string, Point> {
  const isGone = ({ id }: MapNodeInput) => changes[`node:${id}`]?.kind === 'removed'
  const places = new Map(nodes.filter((node) => !isGone(node)).map((node) => [node.id, placeOf(node)]))
  const taken = [...places.values()].map(boxAt)
  const isFree = (place: Point) => !taken.some((box) => overlap(box, boxAt(place)))
  const displaced = nodes.filter(isGone).filter((node) => {
    const place = placeOf(node)
    if (!isFree(place)) return true
    places.set(node.id, place)
    taken.push(boxAt(place))
    return false
  })
  for (const node of displaced) {
    let place = placeOf({ ...node, position: null })
    for (let slot = 1; !isFree(place) && slot < mostTries; slot += 1) place = placeOf({ ...node, position: null, slot: node.slot + slot })
    places.set(node.id, place)
    taken.push(boxAt(place))
  }
  return places
}
