import type { DocumentRecord, WeftDocument } from '../../format/document.ts'
import type { ValueNetworkNode } from '../value-network.ts'

/** Kept as the source of a network that was made as a sample; the screens show a ribbon by it. */
export const sampleSource = 'Sample company: invented people, clients and numbers'

/** Whether a network was made as a sample. Cost O(1). */
export function isSample({ source }: { readonly source?: string | null }): boolean {
  return source === sampleSource
}

/** What the company is for: the core of its map. */
export const purpose = {
  vision: 'No medicine is lost because it got warm.',
  mission: 'We show hospitals, pharmacies and carriers where each shipment is, how warm it is and what to do next.',
  valueProposition: 'Medicine arrives cold, and the proof with it.',
}

export const people = {
  amara: 'Amara Okafor',
  henrik: 'Henrik Lindqvist',
  'mei-ling': 'Mei-Ling Chen',
  fatima: 'Fatima Zahra Benali',
  tomas: 'Tomás Herrera',
  priya: 'Priya Raman',
  jonas: 'Jonas Weber',
  aiko: 'Aiko Tanaka',
  zanele: 'Zanele Dlamini',
  luca: 'Luca Moretti',
  noor: 'Noor Haddad',
  kateryna: 'Kateryna Shevchenko',
  kofi: 'Kofi Mensah',
  isabel: 'Isabel Ferreira',
} as const

export type PersonKey = keyof typeof people

const teams = {
  growth: 'Growth circle',
  care: 'Client care',
  product: 'Product crew',
  'field-crew': 'Field crew',
  platform: 'Platform crew',
  story: 'Story crew',
  'people-finance': 'People and finance',
} as const

/** Who leads each node. */
export const leads: Readonly<Record<ValueNetworkNode, PersonKey>> = {
  'new-clients': 'tomas',
  'existing-clients': 'fatima',
  partnerships: 'kofi',
  awareness: 'luca',
  identity: 'luca',
  culture: 'isabel',
  talent: 'zanele',
  products: 'mei-ling',
  services: 'noor',
  capabilities: 'aiko',
  delivery: 'jonas',
  finance: 'kateryna',
  platform: 'priya',
  'people-ops': 'isabel',
}

type Tier = DocumentRecord<'participation'>['tier']

const teamwork: readonly (readonly [team: keyof typeof teams, node: ValueNetworkNode, tier: Tier])[] = [
  ['growth', 'new-clients', 'core'],
  ['growth', 'partnerships', 'core'],
  ['growth', 'awareness', 'co-creator'],
  ['care', 'existing-clients', 'core'],
  ['care', 'services', 'co-creator'],
  ['product', 'products', 'core'],
  ['product', 'capabilities', 'resonance'],
  ['field-crew', 'delivery', 'core'],
  ['field-crew', 'products', 'co-creator'],
  ['platform', 'platform', 'core'],
  ['platform', 'products', 'co-creator'],
  ['story', 'awareness', 'core'],
  ['story', 'identity', 'core'],
  ['people-finance', 'finance', 'core'],
  ['people-finance', 'people-ops', 'core'],
  ['people-finance', 'talent', 'core'],
]

const contributors: readonly (readonly [person: PersonKey, node: ValueNetworkNode, tier: Tier])[] = [
  ['amara', 'identity', 'co-creator'],
  ['amara', 'finance', 'resonance'],
  ['henrik', 'platform', 'core'],
  ['henrik', 'products', 'co-creator'],
  ['aiko', 'products', 'core'],
  ['noor', 'existing-clients', 'co-creator'],
  ['isabel', 'talent', 'co-creator'],
]

/** Ratings of the exchanges of the value network, in their order: by giver, by receiver, and whether the receiver confirmed it. */
export const ratings: readonly (readonly [bySender: number, byReceiver: number, confirmed: boolean])[] = [
  [4, 4, true],
  [5, 5, true],
  [5, 5, true],
  [3, 5, true],
  [3, 4, true],
  [3, 3, true],
  [4, 2, false],
  [5, 4, true],
  [5, 5, true],
  [3, 4, true],
  [3, 2, true],
  [4, 3, true],
  [3, 3, true],
  [4, 4, true],
  [5, 4, true],
  [3, 3, true],
  [3, 4, true],
  [4, 3, false],
  [4, 4, true],
  [5, 4, true],
  [4, 2, true],
  [4, 4, true],
  [4, 3, true],
  [3, 5, true],
  [3, 4, false],
]

const goals: WeftDocument['goals'] = [
  {
    id: 'goal_prevent-loss',
    name: 'No loss that we could have prevented',
    keyResultId: 'kr_live-alerts',
    description: 'Within three years every shipment that we watch is either safe, or somebody was told in time to save it.',
  },
  {
    id: 'goal_first-choice',
    name: 'First choice of hospital groups',
    areaId: 'area_customer',
    keyResultId: 'kr_new-hospitals',
    description: 'Three out of four hospital groups that change their supplier talk to us first.',
  },
  {
    id: 'goal_own-income',
    name: 'A company that grows from its own income',
    areaId: 'area_operational',
    keyResultId: 'kr_cash',
    description: 'No further round of funding after next year.',
  },
]

/**
 * People, teams, who takes part where, and the goals of the sample company.
 *
 * @param since first day of every participation
 * Cost O(1).
 */
export function companyRecords(since: string): Pick<WeftDocument, 'people' | 'teams' | 'participations' | 'goals'> {
  const leading = Object.entries(leads).map(([node, person]) => ({ nodeId: `node_${node}`, personId: `person_${person}`, tier: 'lead' as const }))
  const working = teamwork.map(([team, node, tier]) => ({ nodeId: `node_${node}`, teamId: `team_${team}`, tier }))
  const contributing = contributors.map(([person, node, tier]) => ({ nodeId: `node_${node}`, personId: `person_${person}`, tier }))
  return {
    people: Object.entries(people).map(([key, name]) => ({ id: `person_${key}`, name })),
    teams: Object.entries(teams).map(([key, name]) => ({ id: `team_${key}`, name })),
    participations: [...leading, ...working, ...contributing].map((each, at) => ({ id: `part_${at + 1}`, ...each, from: since })),
    goals,
  }
}
