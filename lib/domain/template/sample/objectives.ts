import type { ValueNetworkNode } from '../value-network.ts'
import type { PersonKey } from './company.ts'

export type ObjectiveSketch = {
  readonly node: ValueNetworkNode
  readonly title: string
  readonly owner: PersonKey
  readonly kind: 'committed' | 'aspirational'
  readonly goals?: readonly ('prevent-loss' | 'first-choice' | 'own-income')[]
  readonly cycle?: 'next'
}

/** The objectives of the running quarter, and two drafts for the next. */
export const objectives = {
  win: {
    node: 'new-clients',
    title: 'Hospital groups choose us for their whole cold chain',
    owner: 'tomas',
    kind: 'committed',
    goals: ['first-choice'],
  },
  keep: {
    node: 'existing-clients',
    title: 'Clients pass every audit without calling us',
    owner: 'fatima',
    kind: 'committed',
    goals: ['prevent-loss'],
  },
  carriers: {
    node: 'partnerships',
    title: 'Carriers sell our label with their freight',
    owner: 'kofi',
    kind: 'aspirational',
    goals: ['first-choice'],
  },
  explain: { node: 'awareness', title: 'Pharmacists know why medicine gets warm', owner: 'luca', kind: 'aspirational' },
  promise: { node: 'identity', title: 'One promise that everybody can repeat', owner: 'luca', kind: 'committed' },
  learn: { node: 'culture', title: 'We learn from incidents in the open', owner: 'isabel', kind: 'committed' },
  hire: { node: 'talent', title: 'The people whom the plan needs are here in time', owner: 'zanele', kind: 'committed' },
  alert: { node: 'products', title: 'Alerts before the damage, not after it', owner: 'mei-ling', kind: 'committed', goals: ['prevent-loss'] },
  audit: { node: 'services', title: 'Audits become a service instead of an emergency', owner: 'noor', kind: 'committed', goals: ['own-income'] },
  read: { node: 'capabilities', title: 'Everybody can read the data', owner: 'aiko', kind: 'aspirational' },
  fit: { node: 'delivery', title: 'Sites are fitted on the day we said', owner: 'jonas', kind: 'committed' },
  fund: { node: 'finance', title: 'Growth pays for itself', owner: 'kateryna', kind: 'committed', goals: ['own-income'] },
  order: { node: 'platform', title: 'The platform keeps its order under load', owner: 'priya', kind: 'committed', goals: ['prevent-loss'] },
  welcome: { node: 'people-ops', title: 'New colleagues find their feet within weeks', owner: 'isabel', kind: 'committed' },
  'next-predict': {
    node: 'products',
    title: 'We warn before a door is left open',
    owner: 'mei-ling',
    kind: 'aspirational',
    goals: ['prevent-loss'],
    cycle: 'next',
  },
  'next-nordics': {
    node: 'new-clients',
    title: 'A first hospital group in the Nordics',
    owner: 'tomas',
    kind: 'committed',
    goals: ['first-choice'],
    cycle: 'next',
  },
} as const satisfies Record<string, ObjectiveSketch>

export type ObjectiveKey = keyof typeof objectives
