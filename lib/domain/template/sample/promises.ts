import type { PromiseMoveName, PromiseState } from '../../vocabulary.ts'
import type { ValueNetworkNode } from '../value-network.ts'
import type { KeyResultKey } from './key-results.ts'

export type PromiseSketch = {
  readonly consumer: KeyResultKey
  /** a key result, or `node:` and a node that is asked */
  readonly supplier: KeyResultKey | `node:${ValueNetworkNode}`
  readonly what: string
  readonly strength: number
  readonly state: PromiseState
  /** days from today, negative in the past; in the next cycle from its start */
  readonly needed?: number
  readonly promised?: number
  readonly condition?: string
  readonly note?: string
  /** what was done with it, oldest first; none of a draft */
  readonly told: readonly Told[]
}

/** One move: what, how many days from today (negative in the past), and what was said or proposed with it. */
export type Told = readonly [move: PromiseMoveName, day: number, said?: { readonly reason?: string; readonly on?: number; readonly what?: string }]

/**
 * The promises of the running quarter. Two problems are hidden in them. First, `event-stream` is twelve days late and the alerts, and
 * through them clients, carriers, contracts and cash, wait for it. Second, the owner of `audit-files` is confident, but
 * the audit package behind it cannot be finished, because the specialists were not found.
 */
export const runningPromises: readonly PromiseSketch[] = [
  {
    consumer: 'live-alerts',
    supplier: 'event-stream',
    what: 'Event stream that keeps the order',
    strength: 1,
    state: 'promised',
    needed: -10,
    promised: -12,
    condition: 'A thousand events a second for one hour, none out of order.',
    note: 'Promised in planning; the third client’s maintenance window is missing.',
    told: [
      ['request', -61],
      ['promise', -58],
    ],
  },
  {
    consumer: 'new-hospitals',
    supplier: 'live-alerts',
    what: 'Live alerts to show in procurement',
    strength: 0.8,
    state: 'promised',
    needed: 14,
    promised: 12,
    condition: 'Two prospects see an alert from their own building.',
    told: [
      ['request', -60],
      ['promise', -57],
      ['propose', -2, { on: 19, reason: 'The event stream is late; the second prospect would see alerts a week later.' }],
    ],
  },
  {
    consumer: 'carrier-partners',
    supplier: 'live-alerts',
    what: 'Alerts in the carriers’ own screens',
    strength: 0.7,
    state: 'promised',
    needed: 12,
    promised: 12,
    told: [
      ['request', -59],
      ['promise', -54],
    ],
  },
  {
    consumer: 'churn',
    supplier: 'live-alerts',
    what: 'Alerts for the ten clients who complained',
    strength: 0.6,
    state: 'promised',
    needed: 9,
    promised: 9,
    told: [
      ['request', -40],
      ['promise', -36],
    ],
  },
  {
    consumer: 'cash',
    supplier: 'new-hospitals',
    what: 'Contracts with a year paid in advance',
    strength: 0.5,
    state: 'promised',
    needed: 18,
    promised: 18,
    told: [
      ['request', -62],
      ['promise', -60],
    ],
  },
  {
    consumer: 'cash',
    supplier: 'churn',
    what: 'Renewals at full price',
    strength: 0.4,
    state: 'promised',
    needed: 18,
    promised: 18,
    told: [
      ['request', -62],
      ['promise', -59],
    ],
  },
  {
    consumer: 'qualified-enquiries',
    supplier: 'carrier-partners',
    what: 'A story told together with a carrier',
    strength: 0.4,
    state: 'requested',
    needed: 8,
    told: [['request', -9]],
  },
  {
    consumer: 'audit-package',
    supplier: 'auditors-hired',
    what: 'Two audit specialists who have started',
    strength: 1,
    state: 'promised',
    needed: 7,
    promised: 6,
    condition: 'Contracts signed and first day set.',
    told: [
      ['request', -63],
      ['defer', -62, { on: -57 }],
      ['promise', -57],
    ],
  },
  {
    consumer: 'audit-files',
    supplier: 'audit-package',
    what: 'Audit package for the larger clients',
    strength: 1,
    state: 'promised',
    needed: 15,
    promised: 14,
    told: [
      ['request', -58],
      ['promise', -55],
    ],
  },
  {
    consumer: 'pilot-to-contract',
    supplier: 'audit-files',
    what: 'Audit file to show during the pilot',
    strength: 0.5,
    state: 'delivered',
    needed: 4,
    promised: 2,
    told: [
      ['request', -45],
      ['promise', -43],
      ['deliver', -3],
    ],
  },
  {
    consumer: 'on-time',
    supplier: 'offline-app',
    what: 'App that works in the cold store',
    strength: 0.6,
    state: 'delivered',
    needed: 3,
    promised: -2,
    told: [
      ['request', -56],
      ['promise', -50],
      ['deliver', -6],
      ['notSatisfied', -5, { reason: 'It loses the list when a door stays shut for an hour.' }],
      ['deliver', -1],
    ],
  },
  {
    consumer: 'incident-reviews',
    supplier: 'data-course',
    what: 'Reviewers who can read the sensor data',
    strength: 0.5,
    state: 'accepted',
    needed: -20,
    promised: -21,
    told: [
      ['request', -60],
      ['promise', -59],
      ['deliver', -23],
      ['accept', -22],
    ],
  },
  {
    consumer: 'live-alerts',
    supplier: 'false-alarms',
    what: 'Rules that keep alerts believable',
    strength: 0.5,
    state: 'accepted',
    needed: -14,
    promised: -14,
    told: [
      ['request', -61],
      ['deliver', -16],
      ['accept', -13],
    ],
  },
  {
    consumer: 'data-course',
    supplier: 'onboarding',
    what: 'Newcomers enrolled in their first week',
    strength: 0.4,
    state: 'promised',
    needed: 10,
    promised: 8,
    told: [
      ['request', -30],
      ['promise', -27],
    ],
  },
  {
    consumer: 'guide-downloads',
    supplier: 'brand-promise',
    what: 'Final wording for the cover of the guide',
    strength: 0.5,
    state: 'promised',
    needed: -3,
    promised: -4,
    told: [
      ['request', -34],
      ['promise', -33],
    ],
  },
  {
    consumer: 'new-hospitals',
    supplier: 'qualified-enquiries',
    what: 'Enquiries from hospital groups',
    strength: 0.7,
    state: 'promised',
    needed: 11,
    promised: 10,
    told: [
      ['request', -57],
      ['promise', -52],
    ],
  },
  {
    consumer: 'service-revenue',
    supplier: 'node:finance',
    what: 'Price list for audit services',
    strength: 0.6,
    state: 'requested',
    needed: -3,
    told: [['request', -17]],
  },
  {
    consumer: 'event-stream',
    supplier: 'node:talent',
    what: 'A second database engineer',
    strength: 0.5,
    state: 'countered',
    needed: 9,
    told: [
      ['request', -12],
      ['counter', -5, { on: 16, what: 'A contractor for eight weeks', reason: 'Nobody we would hire could start earlier.' }],
    ],
  },
  {
    consumer: 'carrier-partners',
    supplier: 'node:products',
    what: 'Sandbox in which carriers can try the interface',
    strength: 0.6,
    state: 'declined',
    needed: 13,
    told: [
      ['request', -20],
      ['decline', -14, { reason: 'Everybody is on live alerts this quarter.' }],
    ],
  },
  {
    consumer: 'on-time',
    supplier: 'uptime',
    what: 'Status page for the field crew',
    strength: 0.3,
    state: 'offered',
    needed: 16,
    promised: 13,
    told: [['offer', -4]],
  },
]

/** What the next quarter's drafts ask for so far. */
export const nextPromises: readonly PromiseSketch[] = [
  {
    consumer: 'next-door-model',
    supplier: 'node:platform',
    what: 'Two years of door events in one place',
    strength: 1,
    state: 'requested',
    needed: 30,
    told: [['request', -8]],
  },
  {
    consumer: 'next-door-trial',
    supplier: 'node:existing-clients',
    what: 'Two clients who want to take part',
    strength: 0.8,
    state: 'requested',
    needed: 21,
    told: [['request', -5]],
  },
  {
    consumer: 'next-nordic-group',
    supplier: 'node:services',
    what: 'Audit templates for Sweden',
    strength: 0.7,
    state: 'draft',
    needed: 45,
    told: [],
  },
  {
    consumer: 'next-nordic-visits',
    supplier: 'node:awareness',
    what: 'Field guide in Swedish and Finnish',
    strength: 0.5,
    state: 'requested',
    needed: 28,
    told: [['request', -2]],
  },
]
