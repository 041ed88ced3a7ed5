import { resource } from './resource.ts'

export const keyResults = resource({
  entity: 'keyResult',
  path: 'key-results',
  one: 'KeyResult',
  many: 'key results',
  description: 'How an objective is measured: increase, decrease, maintain, milestone, boolean or ordinal. What is absent is unknown, never 0.',
  example: {
    objectiveId: 'obj_clients',
    title: 'Reduce churn',
    metric: { kind: 'decrease', baseline: 6, target: 4, current: 5.2, unit: '%' },
    confidence: 0.6,
    dueOn: '2027-03-31',
  },
})
