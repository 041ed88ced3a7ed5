import { type ChainCardInput, type ChainInput, type ChainNeedInput, needStyles } from '../input.ts'
import { styleOf } from './graph.ts'

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}

const severity = ['blocked', 'late', 'off-track', 'at-risk', 'stale', 'unknown', 'not-started', 'on-track', 'done'] as const

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function nodeCard(node: ChainInput['nodes'][number], cards: readonly ChainCardInput[], gives: number, needs: number): ChainCardInput {
  const status = severity.find((word) => cards.some((card) => card.status === word)) ?? 'not-started'
  return {
    id: node.id,
    nodeId: node.id,
    title: node.name,
    value: counted(cards.length, 'result'),
    due: gives + needs > 0 ? `${gives} out · ${needs} in` : '',
    progress: meanOf(cards.map(({ progress }) => progress)),
    expected: meanOf(cards.map(({ expected }) => expected)),
    status,
    isStale: false,
    isLate: false,
    blockedHops: null,
  }
}

/** The worst of the needs between two nodes stands for all of them. */
function worstOf(needs: readonly ChainNeedInput[]): ChainNeedInput | undefined {
  const rank = (need: ChainNeedInput) => needStyles.indexOf(styleOf(need) ?? 'delivered')
  return [...needs].sort((a, b) => rank(a) - rank(b) || (b.lateDays ?? 0) - (a.lateDays ?? 0))[0]
}

/**
 * The same chain between nodes: a card for each node, and all needs between two nodes as one, in the state of the worst.
 * Needs inside a node are in no line, they are counted in `inside`.
 *
 * Cost O(cards + needs).
 */
export function toNodeLevel(input: ChainInput): {
  input: ChainInput
  countOf: ReadonlyMap<string, number>
  idsOf: ReadonlyMap<string, readonly string[]>
  inside: number
} {
  const nodeOf = new Map(input.cards.map(({ id, nodeId }) => [id, nodeId]))
  const live = input.needs.flatMap((need) => {
    const supplier = need.supplierId === null ? need.supplierNodeId : nodeOf.get(need.supplierId)
    const consumer = nodeOf.get(need.consumerId)
    return styleOf(need) !== null && supplier && consumer ? [{ need, supplier, consumer }] : []
  })
  const across = live.filter(({ supplier, consumer }) => supplier !== consumer)
  const pairs = Map.groupBy(across, ({ supplier, consumer }) => `${supplier}\u0000${consumer}`)
  const needs = [...pairs.values()].flatMap((list) => {
    const worst = worstOf(list.map(({ need }) => need))
    const [first] = list
    return worst && first
      ? [
          {
            need: {
              ...worst,
              id: `${first.supplier}>${first.consumer}`,
              supplierId: first.supplier,
              supplierNodeId: null,
              consumerId: first.consumer,
            },
            list,
          },
        ]
      : []
  })
  const cardsOf = Map.groupBy(input.cards, ({ nodeId }) => nodeId)
  const count = (side: 'supplier' | 'consumer', id: string) => across.filter((each) => each[side] === id).length
  const isThere = new Set([...cardsOf.keys(), ...across.flatMap(({ supplier, consumer }) => [supplier, consumer])])
  const cards = input.nodes
    .filter(({ id }) => isThere.has(id))
    .map((node) => nodeCard(node, cardsOf.get(node.id) ?? [], count('supplier', node.id), count('consumer', node.id)))
  return {
    input: { ...input, level: 'node', cards, needs: needs.map(({ need }) => need), isolated: 'show' },
    countOf: new Map(needs.map(({ need, list }) => [need.id, list.length])),
    idsOf: new Map(needs.map(({ need, list }) => [need.id, list.map((each) => each.need.id)])),
    inside: live.length - across.length,
  }
}
