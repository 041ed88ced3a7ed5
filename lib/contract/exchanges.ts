import { resource } from './resource.ts'

export const exchanges = resource({
  entity: 'exchange',
  path: 'exchanges',
  one: 'Exchange',
  many: 'exchanges',
  description: 'What of value one node gives another: tangible (contracted, expected, paid) or intangible (knowledge, benefit).',
  notes: {
    create:
      'Each side says its own: `valueBySender` who may write for the giver, `valueByReceiver` and `confirmed` who may write for the receiver; an editor or an owner of the network says all of them. Leave the other side’s out: it says them by an update.',
    update:
      'Each side says its own, as where one is added. Where `fromNodeId` or `toNodeId` comes to another node, what that side says is empty unless the same request says it; turned around, ratings go along.',
  },
  example: {
    fromNodeId: 'node_delivery',
    toNodeId: 'node_client',
    deliverable: 'Working product increments',
    kind: 'tangible',
    valueBySender: 3,
  },
})
