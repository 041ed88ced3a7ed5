import type { PromiseState } from '../../lib/domain/vocabulary.ts'
import type {
  AreaInput,
  ChainCardInput,
  ChainInput,
  ChainNeedInput,
  MapExchangeInput,
  MapInput,
  MapNeedInput,
  MapNodeInput,
  Status,
} from '../../lib/layout/input.ts'

/** Numbers from 0 to 1 that depend on the seed alone (a linear congruence of 32 bits). */
export function seeded(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

const kinds = ['customer', 'brand', 'innovation', 'operational', null, null, null, null]
const states: PromiseState[] = [
  'promised',
  'promised',
  'promised',
  'requested',
  'requested',
  'countered',
  'delivered',
  'declined',
  'draft',
  'withdrawn',
]
/** Steps from the first suppliers to the last consumers. */
const tiers = 7
const cardStatuses: Status[] = ['on-track', 'on-track', 'at-risk', 'off-track', 'blocked', 'unknown', 'done', 'stale', 'late', 'not-started']
const words = [
  'Reduce',
  'onboarding',
  'time',
  'for',
  'new',
  'clients',
  'Certified',
  'squads',
  'on',
  'the',
  'shared',
  'platform',
  'Revenue',
  'retention',
  'Qualified',
  'enquiries',
]

function pick<T>(list: readonly T[], random: () => number, fallback: T): T {
  return list[Math.floor(random() * list.length)] ?? fallback
}

function phrase(random: () => number, most: number): string {
  return Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(words, random, 'word')).join(' ')
}

export function areas(count: number): AreaInput[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `area${index}`,
    name: `Area number ${index + 1}`,
    kind: kinds[index] ?? null,
    caption: null,
    progress: 0.5,
    expected: 0.6,
  }))
}

export type Shape = {
  readonly areas: number
  readonly nodes: number
  readonly cards: number
  readonly needs: number
  readonly backShare?: number
  readonly seed: number
}

/** A chain like those of a company: needs mostly between near nodes, few suppliers that many need, few rings. */
export function chainOf({ areas: areaCount, nodes, cards, needs, backShare = 0.01, seed }: Shape): ChainInput {
  const random = seeded(seed)
  const nodeList = Array.from({ length: nodes }, (_, index) => ({
    id: `node${index}`,
    areaId: `area${index % areaCount}`,
    name: `Node ${index} ${phrase(random, 2)}`,
  }))
  const cardList = Array.from({ length: cards }, (_, index): ChainCardInput => {
    const owner = Math.floor(random() ** 1.4 * nodes)
    return {
      id: `kr${index}`,
      nodeId: `node${owner}`,
      title: phrase(random, 9),
      value: `${index} %`,
      due: '31 Mar',
      progress: random() < 0.2 ? null : random(),
      expected: random(),
      status: pick(cardStatuses, random, 'unknown'),
      isStale: false,
      isLate: false,
      blockedHops: null,
    }
  })
  const inTier = (tier: number, share: number) => Math.floor(Math.min(0.9999, share) * Math.floor(cards / tiers)) * tiers + tier
  const needList = Array.from({ length: needs }, (_, index): ChainNeedInput => {
    const tier = 1 + Math.floor(random() ** 1.5 * (tiers - 1))
    const consumer = inTier(tier, random())
    const near = inTier(Math.max(0, tier - 1 - Math.floor(random() ** 4 * tier)), random() ** 2)
    const isBack = random() < backShare
    const supplier = isBack ? inTier(Math.min(tiers - 1, tier + 1), random()) : near
    const state = pick(states, random, 'promised')
    const isStub = random() < 0.04
    return {
      id: `dep${index}`,
      consumerId: `kr${consumer}`,
      supplierId: isStub || supplier === consumer ? null : `kr${supplier}`,
      supplierNodeId: `node${Math.floor(random() * nodes)}`,
      what: phrase(random, 4),
      state,
      lateDays: random() < 0.1 ? 12 : null,
      isBackwards: random() < 0.05,
    }
  })
  return { level: 'key-result', areas: areas(areaCount), nodes: nodeList, cards: cardList, needs: needList, isolated: 'auto' }
}

export type MapShape = {
  readonly areas: number
  readonly nodes: number
  readonly exchanges: number
  readonly needs: number
  readonly seed: number
  readonly oneRing?: boolean
}

/** A map with nodes spread over areas and rings; slots as the commands give them: the lowest that is free. */
export function mapOf({ areas: areaCount, nodes, exchanges, needs, seed, oneRing = false }: MapShape): MapInput {
  const random = seeded(seed)
  const next = new Map<string, number>()
  const nodeList = Array.from({ length: nodes }, (_, index): MapNodeInput => {
    const areaId = `area${index % areaCount}`
    const closeness = oneRing ? null : pick(['core', 'contributing', 'contributing', 'peripheral'] as const, random, 'contributing')
    const key = `${areaId} ${closeness ?? 'contributing'}`
    const slot = next.get(key) ?? 0
    next.set(key, slot + 1)
    return {
      id: `node${index}`,
      areaId,
      name: phrase(random, 4),
      closeness,
      slot,
      position: null,
      status: pick(cardStatuses, random, 'unknown'),
      statusCount: 1,
      resultCount: Math.floor(random() * 6),
      gives: Math.floor(random() * 8),
      needs: Math.floor(random() * 5),
      progress: random(),
      expected: random(),
    }
  })
  const node = () => `node${Math.floor(random() * nodes)}`
  const exchangeList = Array.from(
    { length: exchanges },
    (_, index): MapExchangeInput => ({
      id: `ex${index}`,
      fromId: node(),
      toId: node(),
      deliverable: phrase(random, 4),
      kind: random() < 0.6 ? 'tangible' : 'intangible',
      valueBySender: null,
      valueByReceiver: random() < 0.5 ? null : Math.floor(random() * 8) - 2,
    }),
  )
  const needList = Array.from(
    { length: needs },
    (): MapNeedInput => ({
      supplierId: node(),
      consumerId: node(),
      count: 1 + Math.floor(random() * 4),
      worst: pick(['late', 'asked', 'promised', 'broken'] as const, random, 'promised'),
    }),
  )
  return {
    core: { title: 'Products that people keep', caption: '8 of 12 needs promised' },
    areas: areas(areaCount),
    nodes: nodeList,
    exchanges: exchangeList,
    needs: needList,
  }
}
