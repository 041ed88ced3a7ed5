import { nodePart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { networkOf } from '../../snapshot.ts'
import { piecesOf } from '../pieces.ts'
import type { CheckRule, CheckScope, Found } from '../rule.ts'
import { someOf } from '../say.ts'

function tiesOf({ exchanges, needs }: CheckScope): (readonly [string, string])[] {
  return [
    ...exchanges.map(({ fromNodeId, toNodeId }) => [fromNodeId, toNodeId] as const),
    ...needs.links.map(({ supplierNodeId, consumerNodeId }) => [supplierNodeId, consumerNodeId] as const),
  ]
}

function found({ snapshot }: CheckScope, piece: readonly string[]): Found[] {
  const [first, ...others] = piece
  if (first === undefined) return []
  const names = someOf(piece.map((id) => nodePart(snapshot, id)))
  const sentence =
    others.length === 0
      ? say(...names, ' is tied to nobody: it has no exchange and no need with another node.')
      : say(...names, ' are tied to each other, and to nobody else.')
  return [
    { subjects: [{ entity: 'node', id: first }, ...others.map((id) => ({ entity: 'node', id }) as const)], nodeIds: [...piece], sentence, own: [] },
  ]
}

/** Nodes that no exchange and no need ties to the largest piece of the network. Cost O(nodes + exchanges + needs). Spec: AL74. */
export const island: CheckRule = {
  key: 'island',
  theme: 'structure',
  severity: 'medium',
  title: 'Island',
  why: 'It can neither help nor be helped, or its ties are not written down.',
  source: 'Connected components of both graphs together.',
  fix: 'Ask who would notice if it were gone, and add that exchange.',
  limit: null,
  find: (scope) => {
    const ids = scope.nodes.map(({ id }): string => id)
    const pieces = piecesOf(ids, tiesOf(scope))
    if (pieces.length < 2) return []
    if (pieces.length < ids.length || ids.length === 2) return pieces.slice(1).flatMap((piece) => found(scope, piece))
    const subjects = [{ entity: 'network', id: networkOf(scope.snapshot).id }, ...ids.map((id) => ({ entity: 'node', id }) as const)] as const
    return [
      { subjects, nodeIds: [], sentence: say(`None of the ${ids.length} nodes is tied to another: no exchange and no need is known.`), own: [] },
    ]
  },
}
