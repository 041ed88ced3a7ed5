import { call } from '../../command/call.ts'
import { asId } from '../../ids.ts'
import type { NodeLink } from '../../network/node-needs.ts'
import { nodePart } from '../../plan/sentence.ts'
import { counted, say } from '../../ritual/plan/fit/words.ts'
import { find, networkOf } from '../../snapshot.ts'
import { fixOf } from '../fixes.ts'
import { gatherFrom } from '../gather.ts'
import type { CheckRule, CheckScope, Found } from '../rule.ts'
import { pairsOf, wayOf } from '../ways.ts'

function found({ snapshot }: CheckScope, { supplierNodeId, consumerNodeId, dependencyIds }: NodeLink): Found {
  const what = dependencyIds.map((id) => find(snapshot, 'dependency', id)?.what ?? '').find((text) => text !== '') ?? null
  const [giver, taker] = [nodePart(snapshot, supplierNodeId), nodePart(snapshot, consumerNodeId)]
  return {
    subjects: [
      { entity: 'node', id: supplierNodeId },
      { entity: 'node', id: consumerNodeId },
      ...dependencyIds.map((id) => ({ entity: 'dependency', id }) as const),
    ],
    named: 2,
    nodeIds: [supplierNodeId, consumerNodeId],
    sentence: say(
      taker,
      ' relies on ',
      giver,
      ` for ${counted(dependencyIds.length, 'thing')}, and no exchange from `,
      giver,
      ' to ',
      taker,
      ' is known.',
    ),
    own: [
      fixOf({ id: 'add', key: 'X', label: 'Add the exchange', asks: ['text'], suggested: { text: what } }, ({ text }, freshId) => [
        call('exchange.create', {
          id: freshId('exchange'),
          fromNodeId: asId<'node'>(supplierNodeId),
          toNodeId: asId<'node'>(consumerNodeId),
          deliverable: text ?? '',
          kind: 'tangible',
        }),
      ]),
    ],
  }
}

/** Where none of many that rely on each other has an exchange, the network has not begun to draw them: that is one finding. */
function together({ snapshot, exchanges }: CheckScope, links: readonly NodeLink[]): Found {
  const needs = links.flatMap(({ dependencyIds }) => dependencyIds.map((id) => ({ entity: 'dependency', id }) as const))
  const drawn = exchanges.length === 0 ? '; no exchange is drawn yet' : ''
  return {
    subjects: [{ entity: 'network', id: networkOf(snapshot).id }, ...needs],
    nodeIds: [],
    sentence: say(`None of the ${links.length} pairs of nodes in which one relies on the other has an exchange that way${drawn}.`),
    own: [],
  }
}

/** A node that relies on another that gives it nothing in the value network. Cost O(needs + exchanges). Spec: AL45, AL9. */
export const noExchange: CheckRule = {
  key: 'noExchange',
  theme: 'promises',
  severity: 'medium',
  title: 'Need without an exchange',
  why: 'A promise between nodes that give each other nothing has no relationship to stand on.',
  source: 'The two graphs held against each other: who relies on whom, and who gives whom.',
  fix: 'Add the exchange if there is one, or start the relationship.',
  limit: null,
  find: (scope) => {
    const given = pairsOf(scope.exchanges)
    const { links } = scope.needs
    const without = links.filter(({ supplierNodeId, consumerNodeId }) => !given.has(wayOf(supplierNodeId, consumerNodeId)))
    if (without.length === links.length && links.length >= gatherFrom) return [together(scope, links)]
    return without.map((link) => found(scope, link))
  },
}
