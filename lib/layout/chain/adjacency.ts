import type { Link } from './graph.ts'

/** Links by card in compressed rows: those of card `i` are `list[start[i]] … list[start[i + 1] - 1]`. */
export type Adjacency = { readonly start: Int32Array; readonly list: Int32Array }

function rowsBy(count: number, links: readonly Link[], end: (link: Link) => number): Adjacency {
  const start = new Int32Array(count + 1)
  for (const link of links) start[end(link) + 1] = (start[end(link) + 1] ?? 0) + 1
  for (let i = 0; i < count; i += 1) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0)
  const next = start.slice()
  const list = new Int32Array(links.length)
  links.forEach((link, index) => {
    const at = next[end(link)] ?? 0
    list[at] = index
    next[end(link)] = at + 1
  })
  return { start, list }
}

/** Links that leave each card (it supplies). Cost O(cards + links). */
export function outgoing(count: number, links: readonly Link[]): Adjacency {
  return rowsBy(count, links, ({ from }) => from)
}

/** Links that reach each card (it needs). Cost O(cards + links). */
export function incoming(count: number, links: readonly Link[]): Adjacency {
  return rowsBy(count, links, ({ to }) => to)
}

/** The links of one card. Cost O(its links). */
export function linksOf({ start, list }: Adjacency, card: number): Int32Array {
  return list.subarray(start[card] ?? 0, start[card + 1] ?? 0)
}
