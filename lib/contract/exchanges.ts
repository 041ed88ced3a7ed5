import { resource } from './resource.ts'

export const exchanges = resource({
  entity: 'exchange',
  path: 'exchanges',
  one: 'Exchange',
  many: 'exchanges',
  description: 'What of value one node gives another: tangible (contracted, expected, paid) or intangible (knowledge, benefit).',
  example: {
    fromNodeId: 'node_delivery',
    toNodeId: 'node_client',
    deliverable: 'Working product increments',
    kind: 'tangible',
    valueBySender: 3,
    valueByReceiver: 4,
  },
})
