import type { EntityName } from '../ids.ts'
import { type Shown, shownOf } from '../measure/figure/figure.ts'
import { inDocumentOrder } from '../okr/document-order.ts'
import { promiseClass } from '../okr/promise-class.ts'
import { find, type Snapshot } from '../snapshot.ts'
import type { CheckFinding } from './findings.ts'
import type { CheckSubject } from './rule.ts'

type Asked = Pick<CheckFinding, 'subjects' | 'nodeIds' | 'sentence'>

function idsOf(subjects: readonly CheckSubject[], entity: EntityName): string[] {
  return [...new Set(subjects.filter((each) => each.entity === entity).map(({ id }) => id))]
}

/** What a finding is about, and what its sentence names beside that, such as what blocks a key result. */
function namedBy({ subjects, sentence }: Asked): CheckSubject[] {
  return [
    ...subjects,
    ...sentence.flatMap((part): CheckSubject[] =>
      part.kind === 'keyResult' || part.kind === 'exchange' ? [{ entity: part.kind, id: part.id }] : [],
    ),
  ]
}

/** The key results that a finding names, and those of the objectives and goals that it names. */
function resultsOf(snapshot: Snapshot, subjects: readonly CheckSubject[]): string[] {
  const [objectives, goals] = [new Set(idsOf(subjects, 'objective')), idsOf(subjects, 'goal')]
  const own = objectives.size === 0 ? [] : inDocumentOrder(snapshot.tables.keyResult).filter(({ objectiveId }) => objectives.has(objectiveId))
  const measured = goals.flatMap((id) => find(snapshot, 'goal', id)?.keyResultId ?? [])
  return [...new Set([...idsOf(subjects, 'keyResult'), ...own.map(({ id }) => id), ...measured])]
}

/** The needs between key results that are named together, such as those of a ring. */
function needsBetween(snapshot: Snapshot, keyResultIds: readonly string[]): string[] {
  if (keyResultIds.length < 2) return []
  const named = new Set(keyResultIds)
  return inDocumentOrder(snapshot.tables.dependency).flatMap(({ id, supplierKeyResultId, consumerKeyResultId, state }) =>
    supplierKeyResultId !== null && named.has(supplierKeyResultId) && named.has(consumerKeyResultId) && promiseClass(state) !== 'ended' ? [id] : [],
  )
}

/**
 * What a drawing lights up of a finding: the key results, needs, exchanges and nodes that it or its sentence names, with the needs between its key results
 * and the key results of its objectives and goals; the nodes that have to look at it where it names no key result and no need.
 *
 * @returns all lists empty where it is about nothing that is drawn
 * Cost O(subjects + length of the sentence), with several key results or an objective O(key results + needs). Spec: AL15.
 */
export function shownOfFinding(snapshot: Snapshot, finding: Asked): Shown {
  const subjects = namedBy(finding)
  const keyResultIds = resultsOf(snapshot, subjects)
  const named = idsOf(subjects, 'dependency')
  const dependencyIds = [...new Set([...named, ...needsBetween(snapshot, idsOf(subjects, 'keyResult'))])]
  const hasResults = keyResultIds.length + dependencyIds.length > 0
  return shownOf({
    keyResultIds,
    dependencyIds,
    exchangeIds: idsOf(subjects, 'exchange'),
    nodeIds: hasResults ? idsOf(subjects, 'node') : [...new Set([...idsOf(subjects, 'node'), ...finding.nodeIds])],
  })
}
