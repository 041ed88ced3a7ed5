import { type CommandCall, call } from '../../../lib/domain/command/call.ts'

/** Who works at the company of the quarter: the name, the node that the person leads or takes part in, and as what. */
export const staff = {
  mara: { name: 'Mara Lindt', node: null, tier: null, role: 'owner' },
  ines: { name: 'Inês Duarte', node: 'riders', tier: 'lead', role: 'contributor' },
  tom: { name: 'Tom Okoro', node: 'app', tier: 'lead', role: 'contributor' },
  yuki: { name: 'Yuki Sato', node: 'fleet', tier: 'lead', role: 'contributor' },
  ben: { name: 'Ben Adler', node: 'workshop', tier: 'lead', role: 'contributor' },
  dana: { name: 'Dana Weiss', node: 'app', tier: 'core', role: 'contributor' },
} as const

export type Key = keyof typeof staff

const increase = (baseline: number, target: number, current: number | null, unit: string) =>
  ({ kind: 'increase', baseline, target, current, unit }) as const
const decrease = (baseline: number, target: number, current: number | null, unit: string) =>
  ({ kind: 'decrease', baseline, target, current, unit }) as const

/** A company that rents out bikes, in the last weeks of 2026: four nodes, what flows between them, what they protect. */
export const companyCalls: readonly CommandCall[] = [
  call('area.create', { id: 'area-rider', name: 'Rider value', kind: 'customer' }),
  call('area.create', { id: 'area-product', name: 'Product value', kind: 'innovation' }),
  call('area.create', { id: 'area-running', name: 'Running value', kind: 'operational' }),
  call('node.create', { id: 'riders', areaId: 'area-rider', name: 'Rider care' }),
  call('node.create', { id: 'app', areaId: 'area-product', name: 'App' }),
  call('node.create', { id: 'fleet', areaId: 'area-running', name: 'Fleet' }),
  call('node.create', { id: 'workshop', areaId: 'area-running', name: 'Workshop' }),
  call('exchange.create', { id: 'x1', fromNodeId: 'app', toNodeId: 'riders', deliverable: 'A trip without a hitch', kind: 'tangible' }),
  call('exchange.create', { id: 'x2', fromNodeId: 'riders', toNodeId: 'app', deliverable: 'What riders complain about', kind: 'intangible' }),
  call('exchange.create', { id: 'x3', fromNodeId: 'fleet', toNodeId: 'riders', deliverable: 'A bike that is there', kind: 'tangible' }),
  call('exchange.create', { id: 'x4', fromNodeId: 'workshop', toNodeId: 'fleet', deliverable: 'Bikes that are safe', kind: 'tangible' }),
  call('cycle.create', { id: 'q4', name: '2026-Q4', startsOn: '2026-10-01', endsOn: '2026-12-31', phase: 'active' }),
  call('cycle.create', { id: 'q1', name: '2027-Q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'planning' }),
  call('healthMetric.create', { id: 'h-answer', nodeId: 'riders', name: 'Hours until a rider has an answer', unit: 'h', upper: 6, tolerance: 3 }),
  call('healthMetric.create', { id: 'h-twice', nodeId: 'workshop', name: 'Bikes repaired twice within a month', unit: '%', upper: 5, tolerance: 2 }),
]

/** The quarter that ends: three key results, one of which still waits for another node. */
export const lastQuarterCalls: readonly CommandCall[] = [
  call('objective.create', { id: 'o4-riders', nodeId: 'riders', cycleId: 'q4', title: 'Riders come back of their own accord' }),
  call('objective.create', { id: 'o4-app', nodeId: 'app', cycleId: 'q4', title: 'The app never stands in the way' }),
  call('objective.create', { id: 'o4-fleet', nodeId: 'fleet', cycleId: 'q4', title: 'Every bike opens' }),
  call('keyResult.create', {
    id: 'k4-return',
    objectiveId: 'o4-riders',
    title: 'Riders who come back within a month',
    metric: increase(40, 55, 48, '%'),
  }),
  call('keyResult.create', {
    id: 'k4-crash',
    objectiveId: 'o4-app',
    title: 'Trips in which the app crashes',
    metric: decrease(4, 1, 0.9, '%'),
  }),
  call('keyResult.create', {
    id: 'k4-lock',
    objectiveId: 'o4-fleet',
    title: 'Locks that open at the first try',
    metric: increase(88, 97, 93, '%'),
  }),
  call('dependency.create', {
    id: 'n4-ble',
    consumerKeyResultId: 'k4-lock',
    supplierKeyResultId: 'k4-crash',
    supplierNodeId: 'app',
    what: 'Unlocking over Bluetooth',
    strength: 1,
    state: 'requested',
    neededOn: '2026-12-10',
  }),
]

/** What each lead drafts for the new quarter, in the order in which it is typed. */
export const draftCalls: Readonly<Record<'ines' | 'tom' | 'yuki' | 'ben', readonly CommandCall[]>> = {
  ines: [call('keyResult.create', { id: 'r-pass', objectiveId: 'o1-riders', title: 'Season passes sold', metric: increase(0, 600, null, 'passes') })],
  tom: [
    call('objective.create', { id: 'o1-app', nodeId: 'app', cycleId: 'q1', title: 'One tap from the street to the saddle' }),
    call('keyResult.create', {
      id: 'a-ble',
      objectiveId: 'o1-app',
      title: 'Unlocks that go over Bluetooth',
      metric: increase(0, 80, 0, '%'),
      estimateWeeks: { optimistic: 3, likely: 5, pessimistic: 8 },
    }),
    call('keyResult.create', {
      id: 'a-pass',
      objectiveId: 'o1-app',
      title: 'Season passes in the app',
      metric: { kind: 'milestone', steps: [{ name: 'Design' }, { name: 'Payment' }, { name: 'Launch' }] },
      estimateWeeks: { optimistic: 3, likely: 4, pessimistic: 6 },
    }),
  ],
  yuki: [
    call('keyResult.create', {
      id: 'f-near',
      objectiveId: 'o1-fleet',
      title: 'Stations with a bike at eight in the morning',
      metric: increase(71, 90, 71, '%'),
      estimateWeeks: { optimistic: 4, likely: 6, pessimistic: 9 },
    }),
  ],
  ben: [
    call('objective.create', { id: 'o1-workshop', nodeId: 'workshop', cycleId: 'q1', title: 'No bike waits for a part' }),
    call('keyResult.create', {
      id: 'w-wait',
      objectiveId: 'o1-workshop',
      title: 'Days until a broken bike is back',
      metric: decrease(9, 4, 9, 'days'),
      estimateWeeks: { optimistic: 2, likely: 4, pessimistic: 6 },
    }),
    call('keyResult.create', {
      id: 'w-winter',
      objectiveId: 'o1-workshop',
      title: 'Bikes made ready for winter',
      metric: increase(120, 480, 120, 'bikes'),
    }),
  ],
}

type Ask = { readonly by: Key; readonly need: CommandCall }

function ask(by: Key, [id, consumer, supplier]: readonly [string, string, string], what: string, neededOn: string): Ask {
  const isNode = ['riders', 'app', 'fleet', 'workshop'].includes(supplier)
  const of = isNode ? { supplierNodeId: supplier } : { supplierKeyResultId: supplier }
  const input = { id, consumerKeyResultId: consumer, ...of, what, strength: 1 as const, state: 'requested' as const, neededOn }
  return { by, need: { name: 'dependency.create', input } }
}

/** What is asked in the market. */
export const asks: readonly Ask[] = [
  ask('ines', ['n-pass', 'r-pass', 'a-pass'], 'A season pass that can be bought in the app', '2027-02-15'),
  ask('yuki', ['n-bikes', 'f-near', 'w-wait'], 'Forty repaired bikes a week', '2027-01-29'),
  ask('tom', ['n-firmware', 'a-ble', 'k1-lock'], 'New firmware on every lock', '2027-02-01'),
  ask('ben', ['n-notice', 'w-winter', 'riders'], 'A week’s notice before a station is closed', '2027-01-15'),
  ask('ines', ['n-eight', 'k1-return', 'f-near'], 'Ninety bikes at the main station by eight', '2027-02-26'),
]
