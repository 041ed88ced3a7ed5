/** Something on a drawing that keys can reach. */
export type WalkItem = {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** area or lane; the walk stays in it first */
  readonly group: string | null
  /** column of the chain; null on a map */
  readonly layer: number | null
}

/** A line of a drawing with the words in which a screen reader says it, from each end. */
export type WalkEdge = { readonly id: string; readonly from: string; readonly to: string; readonly saidAtFrom: string; readonly saidAtTo: string }

export type Direction = 'left' | 'right' | 'up' | 'down'

export type Walk = {
  readonly items: ReadonlyMap<string, WalkItem>
  readonly order: readonly string[]
  readonly edges: readonly WalkEdge[]
  /** how arrows move: by place on a map, along the edges on a chain */
  readonly arrows: 'place' | 'edges'
}

const axis: Record<Direction, { x: number; y: number }> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}

function centre({ x, y, width, height }: WalkItem): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 }
}

function costOf(from: WalkItem, to: WalkItem, direction: Direction, cone: number): number {
  const [a, b, unit] = [centre(from), centre(to), axis[direction]]
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const ahead = dx * unit.x + dy * unit.y
  const aside = Math.abs(dx * unit.y) + Math.abs(dy * unit.x)
  if (ahead <= 1 || aside > ahead * cone) return Number.POSITIVE_INFINITY
  return ahead + aside * 2
}

function cheapest(from: WalkItem, candidates: readonly WalkItem[], direction: Direction, cone: number): string | null {
  let best: { id: string; cost: number } | null = null
  for (const item of candidates) {
    const cost = item.id === from.id ? Number.POSITIVE_INFINITY : costOf(from, item, direction, cone)
    if (Number.isFinite(cost) && (best === null || cost < best.cost)) best = { id: item.id, cost }
  }
  return best?.id ?? null
}

/** Slope of the sides of a cone of 60°, and of one that is nearly a half-plane, for when the first is empty. */
const narrow = Math.tan(Math.PI / 6)
const wide = 8

/** The nearest item in a direction: inside a cone of 60°, in the same group first; only then further aside. */
export function nearest(walk: Walk, from: WalkItem, direction: Direction): string | null {
  const all = [...walk.items.values()]
  const near = all.filter(({ group }) => group === from.group)
  return cheapest(from, near, direction, narrow) ?? cheapest(from, all, direction, narrow) ?? cheapest(from, all, direction, wide)
}

/** The edges of an item in reading order: what it needs before what it gives. */
export function edgesOf(walk: Walk, id: string): readonly WalkEdge[] {
  return [...walk.edges.filter(({ to }) => to === id), ...walk.edges.filter(({ from, to }) => from === id && to !== id)]
}

function along(walk: Walk, from: WalkItem, direction: 'left' | 'right'): string | null {
  const ends =
    direction === 'right'
      ? walk.edges.filter((edge) => edge.from === from.id).map(({ to }) => to)
      : walk.edges.filter((edge) => edge.to === from.id).map((edge) => edge.from)
  const others = ends.flatMap((id) => walk.items.get(id) ?? []).filter(({ id }) => id !== from.id)
  const byDistance = others.toSorted((a, b) => Math.abs(centre(a).y - centre(from).y) - Math.abs(centre(b).y - centre(from).y))
  return byDistance[0]?.id ?? null
}

function sibling(walk: Walk, from: WalkItem, direction: 'up' | 'down'): string | null {
  const layer = [...walk.items.values()].filter((item) => item.layer === from.layer).toSorted((a, b) => centre(a).y - centre(b).y)
  const at = layer.findIndex(({ id }) => id === from.id)
  return layer[at + (direction === 'down' ? 1 : -1)]?.id ?? null
}

/** Where an arrow key leads from an item; null where there is nothing that way. */
export function step(walk: Walk, id: string, direction: Direction): string | null {
  const from = walk.items.get(id)
  if (!from) return null
  if (walk.arrows === 'place') return nearest(walk, from, direction)
  if (direction === 'up' || direction === 'down') return sibling(walk, from, direction) ?? nearest(walk, from, direction)
  return along(walk, from, direction)
}

/** The first item of the next or previous group, in reading order. */
export function turnPage(walk: Walk, id: string, by: 1 | -1): string | null {
  const groups = [...new Set(walk.order.map((each) => walk.items.get(each)?.group ?? null))]
  const at = groups.indexOf(walk.items.get(id)?.group ?? null)
  const next = groups[(at + by + groups.length) % groups.length]
  return walk.order.find((each) => (walk.items.get(each)?.group ?? null) === next) ?? null
}

/** What stands around an item: ids at most `degree` edges away, the item itself among them. */
export function neighbourhood(walk: Walk, id: string, degree: number): ReadonlySet<string> {
  const seen = new Set([id])
  let ring = [id]
  for (let depth = 0; depth < degree && ring.length > 0; depth += 1) {
    const next = ring.flatMap((each) => walk.edges.flatMap(({ from, to }) => (from === each ? [to] : to === each ? [from] : [])))
    ring = [...new Set(next)].filter((each) => !seen.has(each))
    for (const each of ring) seen.add(each)
  }
  return seen
}
