import { nodePart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { lacking } from '../gather.ts'
import type { CheckRule } from '../rule.ts'

/** A node of the network itself that gives nobody anything: no exchange, and no key result that others need. Cost O(nodes + exchanges + needs). Spec: AL71. */
export const noCustomer: CheckRule = {
  key: 'noCustomer',
  theme: 'structure',
  severity: 'medium',
  title: 'Node without a customer',
  why: 'Work that nobody receives makes no value, or its customer has been forgotten.',
  source: 'Value streams: each node has at least one customer, inside or outside.',
  fix: 'Ask who would miss it, and add that exchange.',
  limit: null,
  find: (scope) => {
    const serves = new Set<string>([
      ...scope.exchanges.map(({ fromNodeId }): string => fromNodeId),
      ...scope.needs.links.map(({ supplierNodeId }) => supplierNodeId),
    ])
    return lacking(scope, {
      entity: 'node',
      all: scope.nodes.filter(({ kind }) => kind !== 'external'),
      lacks: ({ id }) => !serves.has(id),
      each: ({ id }) => ({
        subjects: [{ entity: 'node', id }],
        nodeIds: [id],
        sentence: say('Nobody gets anything from ', nodePart(scope.snapshot, id), ': it has no exchange to others, and no key result needs it.'),
        own: [],
      }),
      together: (count) => `None of the ${count} nodes gives another one anything: no exchange and no need is known.`,
    })
  },
}
