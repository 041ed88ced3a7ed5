import { resource } from './resource.ts'

export const dependencies = resource({
  entity: 'dependency',
  path: 'dependencies',
  one: 'Dependency',
  many: 'dependencies',
  description: 'A key result needs something from another node, and as soon as it is known from one of its key results: a promise between two sides.',
  example: {
    consumerKeyResultId: 'kr_churn',
    supplierNodeId: 'node_delivery',
    what: 'Self-service export',
    strength: 0.8,
    state: 'requested',
    neededOn: '2027-02-15',
  },
})
