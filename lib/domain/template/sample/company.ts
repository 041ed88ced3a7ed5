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

/** Who belongs to which team; Amara, who leads the company, to none. */
const members: Partial<Record<PersonKey, keyof typeof teams>> = {
  tomas: 'growth',
  kofi: 'growth',
  fatima: 'care',
  noor: 'care',
  'mei-ling': 'product',
  aiko: 'product',
  jonas: 'field-crew',
  priya: 'platform',
  henrik: 'platform',
  luca: 'story',
  zanele: 'people-finance',
  kateryna: 'people-finance',
  isabel: 'people-finance',
}

/** Guaranteed by the type of `people`: its keys are those of the sample. */
function castPerson(key: string): PersonKey {
  return key as PersonKey
}

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

type Exchange = NonNullable<WeftDocument['exchanges']>[number]
type Rating = readonly [
  bySender: number,
  byReceiver: number,
  confirmed: boolean,
  level?: NonNullable<Exchange['level']>,
  factors?: NonNullable<Exchange['factors']>,
]

/**
 * Ratings of the exchanges of the value network, in their order: by giver, by receiver, whether the receiver confirmed it, for whom its
 * value is in the end, and of which kind it is. Nothing of it is civic yet.
 */
export const ratings: readonly Rating[] = [
  [4, 4, true, 'external', ['functional']],
  [5, 5, true, 'external', ['financial']],
  [5, 5, true, 'internal', ['financial']],
  [3, 5, true, 'external', ['functional', 'emotional']],
  [3, 4, true, 'network', ['social']],
  [3, 3, true, 'network', ['social']],
  [4, 2, false, 'network', ['functional']],
  [5, 4, true, 'internal', ['functional']],
  [5, 5, true, 'external', ['functional']],
  [3, 4, true, 'internal', ['functional']],
  [3, 2, true, 'external', ['emotional']],
  [4, 3, true, 'internal', ['emotional']],
  [3, 3, true, 'internal', ['social']],
  [4, 4, true, 'internal', ['emotional', 'social']],
  [5, 4, true, 'internal', ['functional']],
  [3, 3, true, 'internal', ['functional']],
  [3, 4, true, 'internal', ['functional']],
  [4, 3, false, 'internal', ['functional']],
  [4, 4, true, 'internal', ['functional']],
  [5, 4, true, 'external', ['functional', 'emotional']],
  [4, 2, true, 'internal', ['functional']],
  [4, 4, true, 'internal', ['functional']],
  [4, 3, true, 'internal', ['financial']],
  [3, 5, true, 'internal', ['financial']],
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
    people: Object.entries(people).map(([key, name]) => {
      const team = members[castPerson(key)]
      return { id: `person_${key}`, name, ...(team ? { teamIds: [`team_${team}`] } : {}) }
    }),
    teams: Object.entries(teams).map(([key, name]) => ({ id: `team_${key}`, name })),
    participations: [...leading, ...working, ...contributing].map((each, at) => ({ id: `part_${at + 1}`, ...each, from: since })),
    goals,
  }
}
