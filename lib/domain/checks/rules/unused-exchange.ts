import { say } from '../../ritual/plan/fit/words.ts'
import { lacking } from '../gather.ts'
import type { CheckRule } from '../rule.ts'
import { exchangeParts } from '../say.ts'
import { wayOf } from '../ways.ts'

/** An exchange between nodes whose key results do not need each other that way. Cost O(needs + exchanges). Spec: AL50. */
export const unusedExchange: CheckRule = {
  key: 'unusedExchange',
  theme: 'exchanges',
  severity: 'low',
  title: 'Exchange that no key result uses',
  why: 'It is valued, and nobody steers it in this cycle; or it is kept up by habit.',
  source: 'The two graphs held against each other: who gives whom, and who relies on whom.',
  fix: 'Ask whether a key result should rest on it; many exchanges need none.',
  limit: null,
  find: (scope) => {
    const { snapshot, cycle, exchanges } = scope
    if (cycle === null) return []
    const used = new Set(scope.needs.links.map(({ supplierNodeId, consumerNodeId }) => wayOf(supplierNodeId, consumerNodeId)))
    return lacking(scope, {
      entity: 'exchange',
      all: exchanges,
      lacks: ({ fromNodeId, toNodeId }) => !used.has(wayOf(fromNodeId, toNodeId)),
      each: (exchange) => ({
        subjects: [{ entity: 'exchange', id: exchange.id }],
        nodeIds: [exchange.fromNodeId, exchange.toNodeId],
        sentence: say(`No key result of ${cycle.name} rests on `, ...exchangeParts(snapshot, exchange), '.'),
        own: [],
      }),
      together: (count) => `No key result of ${cycle.name} rests on any of the ${count} exchanges.`,
    })
  },
}
