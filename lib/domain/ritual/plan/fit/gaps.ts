import { someOf } from '../../../checks/say.ts'
import type { KeyResult } from '../../../entity.ts'
import { placeOfKeyResult } from '../../../okr/place.ts'
import { keyResultPart, nodePart } from '../../../plan/sentence.ts'
import { listOf, networkOf } from '../../../snapshot.ts'
import type { FindingSubject, FitScope, Found } from './finding.ts'
import { say } from './words.ts'

/** Value areas for which nobody plans anything; where nobody plans anything at all, that is one finding. Spec: PL37. */
export function emptyAreas({ snapshot, keyResults, cycle }: FitScope): Found[] {
  const base = { rule: 'emptyArea', severity: 'medium', nodeIds: [], own: [] } as const
  if (keyResults.length === 0) {
    const network: FindingSubject = { entity: 'network', id: networkOf(snapshot).id }
    return [{ ...base, subjects: [network], sentence: say(`Nobody plans a key result for ${cycle.name} yet.`) }]
  }
  const planned = new Set(keyResults.map(({ id }) => placeOfKeyResult(snapshot, id).areaId))
  return listOf(snapshot, 'area')
    .filter(({ id }) => !planned.has(id))
    .map(({ id, name }) => ({
      ...base,
      subjects: [{ entity: 'area', id }],
      sentence: say(`Nobody plans a key result for ${name} in ${cycle.name}.`),
    }))
}

/** Key results that need nobody and that nobody needs, node by node. Spec: PL36. */
export function orphans({ snapshot, assessment, keyResults }: FitScope): Found[] {
  const isAlone = ({ id }: KeyResult) => {
    const facts = assessment.keyResults.get(id)
    return facts !== undefined && facts.needs + facts.gives === 0
  }
  const byNode = Map.groupBy(keyResults.filter(isAlone), ({ id }) => placeOfKeyResult(snapshot, id).nodeId)
  return [...byNode].flatMap(([nodeId, alone]): Found[] => {
    const [first, ...others] = alone.map(({ id }): FindingSubject => ({ entity: 'keyResult', id }))
    if (nodeId === null || !first) return []
    const names = someOf(alone.map(({ id }) => keyResultPart(snapshot, id)))
    const node = nodePart(snapshot, nodeId)
    const sentence =
      alone.length === 1
        ? say(...names, ' (', node, ') needs nobody, and nobody needs it.')
        : say(`${alone.length} key results of `, node, ' need nobody, and nobody needs them: ', ...names, '.')
    return [{ rule: 'orphan', severity: 'low', subjects: [{ entity: 'node', id: nodeId }, first, ...others], nodeIds: [nodeId], sentence, own: [] }]
  })
}
