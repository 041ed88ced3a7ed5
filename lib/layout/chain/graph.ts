import type { PromiseState } from '../../domain/vocabulary.ts'
import type { ChainCardInput, ChainInput, ChainNeedInput, NeedStyle } from '../input.ts'

/** A card to be placed: a key result, a node, a stub, or the line into which a band folds what nothing is tied to. */
export type Item = {
  readonly id: string
  readonly kind: 'key-result' | 'node' | 'stub' | 'fold'
  /** index of its band */
  readonly band: number
  readonly card: ChainCardInput | null
  readonly words: string
  readonly foldedIds: readonly string[]
}

/** A band: a node with all its cards, in one lane. */
export type Band = {
  readonly nodeId: string
  readonly areaId: string
  readonly name: string
  readonly lane: number
  readonly folded: readonly string[]
}

/** One line to be drawn: needs between the same two cards that stand equally. */
export type Link = {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly style: NeedStyle
  readonly dependencyIds: readonly string[]
  readonly words: string
  readonly isBackwards: boolean
  readonly isSettled: boolean
}

export type Graph = {
  readonly items: readonly Item[]
  readonly bands: readonly Band[]
  readonly links: readonly Link[]
  readonly laneCount: number
  readonly hidden: { readonly cards: number; readonly needs: number }
}

const styleByState: Readonly<Record<PromiseState, NeedStyle | null>> = {
  draft: 'draft',
  offered: 'asked',
  requested: 'asked',
  countered: 'countered',
  deferred: 'countered',
  promised: 'promised',
  delivered: 'delivered',
  accepted: 'delivered',
  declined: 'broken',
  revoked: 'broken',
  withdrawn: null,
  cancelled: null,
}

/** How a need is drawn; null where it has ended and is not drawn. Cost O(1). */
export function styleOf({ state, lateDays }: ChainNeedInput): NeedStyle | null {
  const style = styleByState[state]
  if (lateDays === null || style === null || style === 'broken' || style === 'delivered') return style
  return style === 'promised' ? 'late' : 'overdue'
}

function days(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`
}

/** What is written on a need's line; nothing where the line says it all. */
function wordsOf(need: ChainNeedInput, style: NeedStyle): string {
  if (style === 'late') return `late ${days(need.lateDays ?? 0)}`
  if (style === 'overdue') return `overdue ${days(need.lateDays ?? 0)}`
  if (style === 'broken' || style === 'countered') return need.state
  return need.isBackwards && style === 'promised' ? 'promised too late' : ''
}

type Draft = { from: string; to: string; style: NeedStyle; needs: ChainNeedInput[] }

function stubId(nodeId: string): string {
  return `stub:${nodeId}`
}

function bundle(needs: readonly ChainNeedInput[], known: ReadonlySet<string>): Draft[] {
  const drafts = new Map<string, Draft>()
  for (const need of needs) {
    const style = styleOf(need)
    const from = need.supplierId ?? (need.supplierNodeId === null ? null : stubId(need.supplierNodeId))
    if (style === null || from === null || !known.has(from) || !known.has(need.consumerId) || from === need.consumerId) continue
    const key = `${from}\u0000${need.consumerId}\u0000${style}`
    const draft = drafts.get(key) ?? { from, to: need.consumerId, style, needs: [] }
    draft.needs.push(need)
    drafts.set(key, draft)
  }
  return [...drafts.values()]
}

function linkOf({ from, to, style, needs }: Draft, indexOf: ReadonlyMap<string, number>): Link {
  const longest = needs.reduce((a, b) => ((b.lateDays ?? 0) > (a.lateDays ?? 0) ? b : a))
  const words = wordsOf(longest, style)
  const count = needs.length > 1 ? `×${needs.length}` : ''
  return {
    id: needs.map(({ id }) => id).join('+'),
    from: indexOf.get(from) ?? 0,
    to: indexOf.get(to) ?? 0,
    style,
    dependencyIds: needs.map(({ id }) => id),
    words: [count, words].filter((part) => part !== '').join(' '),
    isBackwards: needs.some(({ isBackwards }) => isBackwards),
    isSettled: style === 'delivered',
  }
}

/** Above this many cards those without any need are folded, unless the reader wants to see them. */
const foldAbove = 40

function foldedCards(input: ChainInput, tied: ReadonlySet<string>): ReadonlySet<string> {
  const isFolding = input.isolated === 'fold' || (input.isolated !== 'show' && input.cards.length > foldAbove)
  const isFolded = (id: string) => !tied.has(id) && input.changes?.[`keyResult:${id}`] === undefined
  return new Set(isFolding && input.level === 'key-result' ? input.cards.filter(({ id }) => isFolded(id)).map(({ id }) => id) : [])
}

function stubWords(needs: readonly ChainNeedInput[]): string {
  const [only] = needs
  if (needs.length === 1) return only?.what || 'no key result yet'
  return `${needs.length} needs, no key result yet`
}

function itemsOf(input: ChainInput, bandOf: ReadonlyMap<string, number>, folded: ReadonlySet<string>): Item[] {
  const stubs = Map.groupBy(
    input.needs.filter((need) => need.supplierId === null && need.supplierNodeId !== null && styleOf(need) !== null),
    (need) => need.supplierNodeId ?? '',
  )
  const cards = input.cards
    .filter(({ id }) => !folded.has(id))
    .map((card): Item => ({ id: card.id, kind: input.level, band: bandOf.get(card.nodeId) ?? -1, card, words: card.title, foldedIds: [] }))
  const stubItems = [...stubs].map(
    ([nodeId, needs]): Item => ({
      id: stubId(nodeId),
      kind: 'stub',
      band: bandOf.get(nodeId) ?? -1,
      card: null,
      words: stubWords(needs),
      foldedIds: [],
    }),
  )
  return [...cards, ...stubItems].filter(({ band }) => band >= 0)
}

/** A band whose cards are all folded still stands on the drawing, as one line. */
function foldItems(bands: readonly Band[], items: readonly Item[]): Item[] {
  const used = new Set(items.map(({ band }) => band))
  return bands.flatMap((band, index): Item[] =>
    band.folded.length > 0 && !used.has(index)
      ? [{ id: `fold:${band.nodeId}`, kind: 'fold', band: index, card: null, words: foldWords(band.folded.length), foldedIds: band.folded }]
      : [],
  )
}

/** What a folded line says. Cost O(1). */
export function foldWords(count: number): string {
  return `+${count} without dependencies`
}

/**
 * The graph that is drawn: cards, stubs and folds by band, and needs bundled to lines. Needs of cards that are not there
 * are counted as hidden.
 *
 * Cost O(cards + needs).
 */
export function graphOf(input: ChainInput): Graph {
  const laneOf = new Map(input.areas.map(({ id }, index) => [id, index]))
  const tied = new Set(input.needs.filter((need) => styleOf(need) !== null).flatMap(({ consumerId, supplierId }) => [consumerId, supplierId ?? '']))
  const folded = foldedCards(input, tied)
  const foldedByNode = Map.groupBy(
    input.cards.filter(({ id }) => folded.has(id)),
    ({ nodeId }) => nodeId,
  )
  const bands = input.nodes
    .filter(({ areaId }) => laneOf.has(areaId))
    .map(
      ({ id, areaId, name }): Band => ({
        nodeId: id,
        areaId,
        name,
        lane: laneOf.get(areaId) ?? 0,
        folded: (foldedByNode.get(id) ?? []).map((card) => card.id),
      }),
    )
  const bandOf = new Map(bands.map(({ nodeId }, index) => [nodeId, index]))
  const tiedItems = itemsOf(input, bandOf, folded)
  const items = [...tiedItems, ...foldItems(bands, tiedItems)]
  const indexOf = new Map(items.map(({ id }, index) => [id, index]))
  const links = bundle(input.needs, new Set(indexOf.keys())).map((draft) => linkOf(draft, indexOf))
  const drawn = links.reduce((sum, { dependencyIds }) => sum + dependencyIds.length, 0)
  const filtered = input.filteredOut ?? { cards: 0, needs: 0 }
  return {
    items,
    bands,
    links,
    laneCount: input.areas.length,
    hidden: { cards: folded.size + filtered.cards, needs: input.needs.length - drawn + filtered.needs },
  }
}
