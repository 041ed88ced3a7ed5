import type { Dependency } from '../../../entity.ts'
import { placeOfKeyResult } from '../../../okr/place.ts'
import { cheapestCut } from '../../../plan/cut.ts'
import { cutSentence, ringSentence } from '../../../plan/ring-sentence.ts'
import { type Ring, ringsOf } from '../../../plan/rings.ts'
import { find } from '../../../snapshot.ts'
import type { FindingSubject, FitScope, Fix, Found } from './finding.ts'
import { dropFix, nothing } from './fixes.ts'
import { say } from './words.ts'

/** One key for the whole cut; where one of its needs cannot be given up, or only with a reason, there is none. */
function cutFix({ snapshot }: FitScope, cut: readonly Dependency[]): Fix[] {
  const drops = cut.flatMap((need) => dropFix(snapshot, need)).filter(({ asks }) => asks.length === 0)
  if (drops.length < cut.length || drops.length === 0) return []
  const label = drops.length === 1 ? 'Drop the need that frees them' : `Drop the ${drops.length} needs that free them`
  return [
    { id: 'drop', key: 'D', label, asks: [], suggested: nothing, calls: (given, freshId) => drops.flatMap((drop) => drop.calls(given, freshId)) },
  ]
}

function found(scope: FitScope, ring: Ring): Found[] {
  const { snapshot, graph } = scope
  const cheapest = cheapestCut(graph, ring)
  const { needIds } = cheapest
  const cut = needIds.flatMap((id) => find(snapshot, 'dependency', id) ?? [])
  const [first, ...others] = ring.keyResultIds.map((id): FindingSubject => ({ entity: 'keyResult', id }))
  if (!first) return []
  const nodeIds = ring.keyResultIds.flatMap((id) => placeOfKeyResult(snapshot, id).nodeId ?? [])
  return [
    {
      rule: 'ring',
      severity: 'high',
      subjects: [first, ...others, ...needIds.map((id): FindingSubject => ({ entity: 'dependency', id }))],
      nodeIds: [...new Set(nodeIds)],
      sentence: say(...ringSentence(snapshot, ring), ' ', ...cutSentence(snapshot, cheapest)),
      own: cutFix(scope, cut),
    },
  ]
}

/** Key results that wait for each other, with the cheapest cut. Spec: PL39. */
export function rings(scope: FitScope): Found[] {
  return ringsOf(scope.graph).flatMap((ring) => found(scope, ring))
}
