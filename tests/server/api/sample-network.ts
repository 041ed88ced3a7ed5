import { expect } from 'vitest'
import { base, type Send } from './api-kit.ts'

const document = {
  format: 'weft/1',
  network: { id: 'net_small', name: 'Small', timeZone: 'Europe/Berlin' },
  areas: [
    { id: 'customer', name: 'Customer', kind: 'customer' },
    { id: 'brand', name: 'Brand', kind: 'brand' },
  ],
  nodes: [
    { id: 'care', areaId: 'customer', name: 'Care', closeness: 'core', activities: ['listen', 'help'] },
    { id: 'press', areaId: 'brand', name: 'Press', kind: 'external' },
    { id: 'sales', areaId: 'customer', name: 'Sales', closeness: 'core' },
  ],
  people: [{ id: 'ana', name: 'Ana', email: 'ana@example.org' }],
  teams: [{ id: 'team', name: 'Onboarding' }],
  participations: [{ id: 'part', nodeId: 'care', personId: 'ana', tier: 'lead' }],
  exchanges: [{ id: 'exch', fromNodeId: 'press', toNodeId: 'care', deliverable: 'Stories', kind: 'intangible', confirmed: false }],
  goals: [{ id: 'goal', name: 'Loved' }],
  cycles: [{ id: 'q1', name: 'Q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' }],
  objectives: [
    { id: 'happy', nodeId: 'care', cycleId: 'q1', title: 'Clients stay', goalIds: ['goal'], ownerId: 'ana' },
    { id: 'known', nodeId: 'press', cycleId: 'q1', title: 'People know us' },
  ],
  keyResults: [
    { id: 'churn', objectiveId: 'happy', title: 'Churn', metric: { kind: 'decrease', baseline: 6, target: 4, current: 5, unit: '%' } },
    { id: 'reach', objectiveId: 'known', title: 'Reach', metric: { kind: 'increase', baseline: 0, target: 10 }, dueOn: '2027-03-01' },
    { id: 'plan', objectiveId: 'known', title: 'Plan', metric: { kind: 'milestone', steps: [{ name: 'One' }, { name: 'Two', done: 1 }] } },
  ],
  dependencies: [
    {
      id: 'need',
      consumerKeyResultId: 'churn',
      supplierKeyResultId: 'reach',
      what: 'Stories',
      strength: 1,
      state: 'promised',
      promisedOn: '2027-02-20',
    },
  ],
  checkIns: [{ id: 'first', keyResultId: 'churn', at: '2027-02-01T09:00:00Z', value: 5, confidence: 0.5, personId: 'ana' }],
  healthMetrics: [{ id: 'nights', nodeId: 'press', name: 'Evenings at home', unit: '%', lower: 80, upper: 100 }],
  healthReadings: [{ id: 'read', healthMetricId: 'nights', at: '2027-01-12T09:00:00Z', value: 90 }],
  sources: [{ id: 'src', subject: 'goal', subjectId: 'goal', kind: 'document', title: 'Strategy of 2026' }],
}

/** One network with a record of every kind, for tests that write: each gets its own copy. @returns the path below which it lies */
export async function sampleNetwork(send: Send): Promise<string> {
  const { status, body } = await send('POST', `${base}/import`, document)
  expect(status).toBe(201)
  return `${base}/networks/${body.item.id}`
}

/** The document that `sampleNetwork` imports. */
export function sampleDocument(): typeof document {
  return structuredClone(document)
}
