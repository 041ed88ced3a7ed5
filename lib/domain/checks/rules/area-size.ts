import type { Area } from '../../entity.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import { counted, say } from '../../ritual/plan/fit/words.ts'
import { limits } from '../limits.ts'
import type { CheckRule, CheckScope, Found } from '../rule.ts'
import { recordPart } from '../say.ts'

type Sized = { readonly area: Area; readonly nodeIds: readonly string[] }

function areasBySize({ snapshot, nodes }: CheckScope): Sized[] {
  const byArea = Map.groupBy(nodes, ({ areaId }): string => areaId)
  return inDocumentOrder(snapshot.tables.area).map((area) => ({ area, nodeIds: (byArea.get(area.id) ?? []).map(({ id }) => id) }))
}

function found({ area, nodeIds }: Sized, text: string): Found {
  const sentence = say(recordPart('area', area), text)
  return { subjects: [{ entity: 'area', id: area.id }], nodeIds, sentence, own: [] }
}

/** A value area with too few nodes. Cost O(areas + nodes). Spec: AL72. */
export const areaTooSmall: CheckRule = {
  key: 'areaTooSmall',
  theme: 'structure',
  severity: 'low',
  title: 'Value area with too few nodes',
  why: 'Where one node is a whole area, the area says nothing, or its other activities are not told.',
  source: 'A value area holds 2 to 10 activity nodes.',
  fix: 'Add the activities that are missing, or join the area with another one.',
  limit: limits.areaTooSmall,
  find: (scope, limit) =>
    areasBySize(scope)
      .filter(({ nodeIds }) => nodeIds.length < limit)
      .map((sized) => {
        const has = sized.nodeIds.length === 0 ? 'no node' : counted(sized.nodeIds.length, 'node')
        return found(sized, ` has ${has}: fewer than ${limit}.`)
      }),
}

/** A value area with too many nodes. Cost O(areas + nodes). Spec: AL72. */
export const areaTooBig: CheckRule = {
  key: 'areaTooBig',
  theme: 'structure',
  severity: 'low',
  title: 'Value area with too many nodes',
  why: 'Nobody keeps so many in mind; some of them are parts of one activity.',
  source: 'A value area holds 2 to 10 activity nodes.',
  fix: 'Merge nodes that belong together, or make two areas of it.',
  limit: limits.areaTooBig,
  find: (scope, limit) =>
    areasBySize(scope)
      .filter(({ nodeIds }) => nodeIds.length > limit)
      .map((sized) => found(sized, ` has ${sized.nodeIds.length} nodes: more than ${limit}.`)),
}
