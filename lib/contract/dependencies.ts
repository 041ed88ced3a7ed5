import { resource } from './resource.ts'

export const dependencies = resource({
  entity: 'dependency',
  path: 'dependencies',
  one: 'Dependency',
  many: 'dependencies',
  description: 'A key result needs something from another node, and as soon as it is known from one of its key results: a promise between two sides.',
  notes: {
    create:
      'As a draft, asked at once (`requested`) or offered by the side that gives (`offered`, with its day as `promisedOn`). Inside one node, who speaks for it promises by asking.',
    update: 'A draft can be changed in full. Later only `strength`, `note` and `rank` can; everything else changes by a move.',
    remove: 'Only drafts and what was withdrawn or cancelled.',
  },
  errors: ['PROMISE_CHANGES_BY_MOVE', 'PROMISE_NOT_YOUR_MOVE'],
  example: {
    consumerKeyResultId: 'kr_churn',
    supplierNodeId: 'node_delivery',
    what: 'Self-service export',
    strength: 0.8,
    state: 'requested',
    neededOn: '2027-02-15',
  },
})
