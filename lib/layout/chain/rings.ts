import { type Adjacency, linksOf, outgoing } from './adjacency.ts'
import type { Link } from './graph.ts'

/** Rings of cards that need each other in a circle, and the links that close them. */
export type Rings = {
  /** lists of cards, each in document order, of two cards at least */
  readonly members: readonly (readonly number[])[]
  /** 1 for each link that runs backwards: without these there is no ring */
  readonly isBack: Uint8Array
}

/**
 * Strongly connected components without recursion.
 *
 * @returns component of each card; numbers from 0 in reverse topological order
 * Cost O(cards + links). Source: Tarjan 1972.
 */
function components(count: number, out: Adjacency, links: readonly Link[]): Int32Array {
  const [index, low, component] = [new Int32Array(count).fill(-1), new Int32Array(count), new Int32Array(count).fill(-1)]
  const cursor = new Int32Array(count)
  const stack: number[] = []
  let [counter, found] = [0, 0]
  const enter = (card: number, path: number[]) => {
    index[card] = counter
    low[card] = counter
    counter += 1
    stack.push(card)
    path.push(card)
  }
  const leave = (card: number) => {
    if (low[card] !== index[card]) return
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      component[top] = found
      if (top === card) break
    }
    found += 1
  }
  for (let root = 0; root < count; root += 1) {
    if (index[root] !== -1) continue
    const path: number[] = []
    enter(root, path)
    for (let card = path.at(-1); card !== undefined; card = path.at(-1)) {
      const own = linksOf(out, card)
      const link = own[cursor[card] ?? 0]
      if (link === undefined) {
        leave(card)
        path.pop()
        const parent = path.at(-1)
        if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[card] ?? 0)
        continue
      }
      cursor[card] = (cursor[card] ?? 0) + 1
      const to = links[link]?.to ?? card
      if (index[to] === -1) enter(to, path)
      else if (component[to] === -1) low[card] = Math.min(low[card] ?? 0, index[to] ?? 0)
    }
  }
  return component
}

/**
 * An order of a ring's cards in which few links run backwards: repeatedly takes a card without suppliers to the front, one
 * without consumers to the back, else the one that gives most more than it needs.
 *
 * Cost O(cards²) of the ring. Source: Eades, Lin and Smyth 1993.
 */
function ringOrder(members: readonly number[], inside: readonly Link[]): Map<number, number> {
  const left = new Set(members)
  const [front, back]: [number[], number[]] = [[], []]
  const degrees = (card: number) => {
    let [gives, needs] = [0, 0]
    for (const { from, to } of inside) {
      if (from === card && left.has(to)) gives += 1
      if (to === card && left.has(from)) needs += 1
    }
    return { gives, needs }
  }
  while (left.size > 0) {
    const rated = [...left].map((card) => ({ card, ...degrees(card) }))
    const sink = rated.find(({ gives }) => gives === 0)
    const source = rated.find(({ needs }) => needs === 0)
    const chosen = sink ?? source ?? rated.reduce((a, b) => (b.gives - b.needs > a.gives - a.needs ? b : a))
    left.delete(chosen.card)
    if (chosen === sink) back.unshift(chosen.card)
    else front.push(chosen.card)
  }
  return new Map([...front, ...back].map((card, rank) => [card, rank]))
}

/**
 * Finds the rings and, in each, few links to be drawn backwards so that the rest has an order.
 *
 * Cost O(cards + links), and O(cards · links) within a ring.
 */
export function findRings(count: number, links: readonly Link[]): Rings {
  const component = components(count, outgoing(count, links), links)
  const byComponent = Map.groupBy(
    Array.from({ length: count }, (_, card) => card),
    (card) => component[card] ?? 0,
  )
  const members = [...byComponent.values()].filter((cards) => cards.length > 1)
  const isBack = new Uint8Array(links.length)
  const inside = Map.groupBy(
    links.map((link, index) => ({ link, index })).filter(({ link }) => component[link.from] === component[link.to]),
    ({ link }) => component[link.from] ?? 0,
  )
  for (const cards of members) {
    const own = inside.get(component[cards[0] ?? 0] ?? 0) ?? []
    const rank = ringOrder(
      cards,
      own.map(({ link }) => link),
    )
    for (const { link, index } of own) if ((rank.get(link.from) ?? 0) >= (rank.get(link.to) ?? 0)) isBack[index] = 1
  }
  return { members, isBack }
}
