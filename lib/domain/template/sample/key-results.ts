import type { KeyResultSketch } from './key-result-sketch.ts'

const customer = {
  'new-hospitals': {
    objective: 'win',
    title: 'Hospital groups under contract',
    metric: { kind: 'increase', baseline: 12, target: 20, current: 17, unit: 'groups' },
    confidence: [6, 7],
    notes: ['Two more groups are in procurement; both asked to see live alerts first.', 'Signed with the university hospital group.'],
  },
  'pilot-to-contract': {
    objective: 'win',
    title: 'Time from pilot to signed contract',
    metric: { kind: 'decrease', baseline: 94, target: 60, current: 71, unit: 'days' },
    confidence: [6, 7],
    notes: ['Buyers who see an audit file in the pilot decide two weeks sooner.'],
  },
  'reference-visits': {
    objective: 'win',
    title: 'Visits of prospects at a client’s site',
    metric: { kind: 'increase', baseline: 0, target: 12, current: 7, unit: 'visits' },
    confidence: [7, 6],
    notes: ['Three visits moved because of the flu wave.'],
  },
  churn: {
    objective: 'keep',
    title: 'Contracts that clients end, a year',
    metric: { kind: 'decrease', baseline: 9, target: 6, current: 7.1, unit: '%' },
    confidence: [6, 7],
    notes: ['The two clients who gave notice both named late alerts.'],
  },
  'audit-files': {
    objective: 'keep',
    title: 'Clients who pull their audit file themselves',
    metric: { kind: 'increase', baseline: 18, target: 60, current: 46, unit: '%' },
    confidence: [7, 8],
    notes: ['Going well: the new button is used every day. The rest comes with the audit package.', 'Every third client has tried it.'],
  },
  nps: {
    objective: 'keep',
    title: 'Net promoter score stays where it is',
    metric: { kind: 'maintain', lower: 45, upper: 60, current: 52 },
    confidence: [8, 9],
  },
  'carrier-partners': {
    objective: 'carriers',
    title: 'Carriers that offer our label in their booking form',
    metric: { kind: 'increase', baseline: 2, target: 6, current: 4, unit: 'carriers' },
    confidence: [7, 5],
    notes: ['Without a sandbox each carrier costs us three weeks.'],
  },
} as const satisfies Record<string, KeyResultSketch>

const brand = {
  'guide-downloads': {
    objective: 'explain',
    title: 'Downloads of the cold-chain field guide',
    metric: { kind: 'increase', baseline: 0, commit: 1_500, target: 3_000, stretch: 4_500, current: 2_350, unit: 'downloads' },
    confidence: [6, 7],
    notes: ['The second edition waits for the new promise on its cover.'],
  },
  'qualified-enquiries': {
    objective: 'explain',
    title: 'Qualified enquiries a month',
    metric: { kind: 'increase', baseline: 40, target: 75, current: 64, unit: 'enquiries' },
    confidence: [6, 7],
  },
  'brand-promise': {
    objective: 'promise',
    title: 'How far the new promise has come',
    metric: {
      kind: 'ordinal',
      zones: { commit: 'Tested with five clients', target: 'On every client page', stretch: 'Two partners use it word by word' },
      current: 'commit',
    },
    dueInDays: -2,
    confidence: [7, 5],
    notes: ['Five clients have seen it. The wording of the second sentence is still open.'],
  },
  'incident-reviews': {
    objective: 'learn',
    title: 'Incidents reviewed in the open within five days',
    metric: { kind: 'increase', baseline: 55, target: 90, current: 81, unit: '%' },
    confidence: [7, 8],
  },
  'team-health': {
    objective: 'learn',
    title: 'Team health stays good',
    metric: { kind: 'maintain', lower: 7, upper: 9, current: 7.4 },
    confidence: [8, 7],
    silentDays: 23,
    notes: ['Next survey is overdue; the field crew asked to move it behind the roll-out.'],
  },
  'auditors-hired': {
    objective: 'hire',
    title: 'Audit specialists who have started',
    metric: { kind: 'increase', baseline: 0, target: 4, current: 1, unit: 'people' },
    confidence: [7, 3],
    notes: ['Both finalists took other offers. We start again with two new candidates.', 'Two offers are out.'],
  },
} as const satisfies Record<string, KeyResultSketch>

const innovation = {
  'live-alerts': {
    objective: 'alert',
    title: 'Shipments with an alert in under two minutes',
    metric: { kind: 'increase', baseline: 35, target: 90, current: 58, unit: '%' },
    isStuck: true,
    dueInDays: 13,
    confidence: [8, 5],
    notes: ['Stuck at 58 % since the ordered event stream did not come. Everything else is ready.', 'Pilot clients see alerts within 90 seconds.'],
  },
  'false-alarms': {
    objective: 'alert',
    title: 'False alarms per 1,000 shipments',
    metric: { kind: 'decrease', baseline: 22, target: 8, current: 12, unit: 'alarms' },
    confidence: [7, 7],
  },
  'offline-app': {
    objective: 'alert',
    title: 'The app works in cold stores without a signal',
    metric: {
      kind: 'milestone',
      steps: [
        { name: 'Concept agreed with the field crew', weight: 20, done: 1 },
        { name: 'Built', weight: 50, done: 1 },
        { name: 'Tested in three cold stores', weight: 30, done: 0.5 },
      ],
    },
    dueInDays: 6,
    confidence: [7, 8],
  },
  'audit-package': {
    objective: 'audit',
    title: 'Audit package ready to sell',
    metric: {
      kind: 'milestone',
      steps: [
        { name: 'Scope agreed with three clients', weight: 20, done: 1 },
        { name: 'Templates accepted by the inspector', weight: 30, done: 1 },
        { name: 'Two specialists trained', weight: 30, done: 0 },
        { name: 'First audit done with a client', weight: 20, done: 0 },
      ],
    },
    isStuck: true,
    dueInDays: 15,
    confidence: [7, 5],
    notes: ['The templates are accepted. Without specialists nobody can do the first audit.'],
  },
  'service-revenue': {
    objective: 'audit',
    title: 'Revenue from services',
    metric: { kind: 'increase', baseline: 180, target: 320, current: 274, unit: 'k€' },
    confidence: [6, 7],
  },
  'data-course': {
    objective: 'read',
    title: 'Colleagues who have passed the data course',
    metric: { kind: 'increase', baseline: 20, target: 80, current: 66, unit: 'people' },
    dueInDays: 11,
    confidence: [7, 8],
  },
} as const satisfies Record<string, KeyResultSketch>

const operational = {
  'on-time': {
    objective: 'fit',
    title: 'Sites fitted on the agreed day',
    metric: { kind: 'increase', baseline: 81, target: 95, current: 92, unit: '%' },
    confidence: [7, 8],
  },
  cash: {
    objective: 'fund',
    title: 'Months that our cash lasts',
    metric: { kind: 'maintain', lower: 9, upper: 15, current: 11, unit: 'months' },
    confidence: [8, 8],
  },
  'event-stream': {
    objective: 'order',
    title: 'Events keep their order at ten times today’s load',
    metric: {
      kind: 'milestone',
      steps: [
        { name: 'Design reviewed', weight: 10, done: 1 },
        { name: 'Load test passed', weight: 40, done: 1 },
        { name: 'First five clients moved', weight: 30, done: 0.4 },
        { name: 'Old queue switched off', weight: 20, done: 0 },
      ],
    },
    isStuck: true,
    dueInDays: 8,
    confidence: [8, 5],
    notes: ['Two of five clients moved. The third needs a maintenance window that we do not have yet.', 'Load test passed at eleven times.'],
  },
  uptime: {
    objective: 'order',
    title: 'Availability of the platform',
    metric: { kind: 'maintain', lower: 99.9, upper: 100, current: 99.94, unit: '%' },
    confidence: [9, 9],
  },
  onboarding: {
    objective: 'welcome',
    title: 'Days until a new colleague works alone',
    metric: { kind: 'decrease', baseline: 30, target: 18, current: 22, unit: 'days' },
    confidence: [6, 7],
  },
  'pay-bands': {
    objective: 'welcome',
    title: 'Pay bands are published to everybody',
    metric: { kind: 'boolean', current: 1 },
    confidence: [7, 10],
    notes: ['Published, with an hour for questions in every circle.'],
  },
} as const satisfies Record<string, KeyResultSketch>

const next = {
  'next-door-model': {
    objective: 'next-predict',
    title: 'Open doors foreseen ten minutes ahead',
    metric: { kind: 'increase', baseline: 0, target: 60, unit: '%' },
  },
  'next-door-trial': { objective: 'next-predict', title: 'Trial with two clients agreed', metric: { kind: 'boolean' } },
  'next-nordic-group': {
    objective: 'next-nordics',
    title: 'Hospital groups in the Nordics under contract',
    metric: { kind: 'increase', baseline: 0, target: 1, unit: 'groups' },
  },
  'next-nordic-visits': {
    objective: 'next-nordics',
    title: 'First conversations in Sweden and Finland',
    metric: { kind: 'increase', baseline: 2, target: 15, unit: 'conversations' },
  },
} as const satisfies Record<string, KeyResultSketch>

/** The key results of the running quarter: every kind of metric, most of them going well. */
export const runningKeyResults = { ...customer, ...brand, ...innovation, ...operational }

export const keyResults = { ...runningKeyResults, ...next }

export type KeyResultKey = keyof typeof keyResults
