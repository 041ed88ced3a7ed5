import type { KeyResult, Objective } from '../../entity.ts'
import type { Metric } from '../../metric.ts'
import { referring, type Snapshot } from '../../snapshot.ts'

/** What a draft can be asked about, never blocking. */
export const hintRules = ['manyObjectives', 'noKeyResult', 'manyKeyResults', 'output', 'noNumber', 'noBaseline', 'noOwner'] as const
export type HintRule = (typeof hintRules)[number]

export type Hint = {
  readonly rule: HintRule
  readonly entity: 'node' | 'objective' | 'keyResult'
  readonly id: string
  /** a question or a remark in one sentence, without the name of the record */
  readonly text: string
}

/** More of them than this are seldom kept in mind. */
const most = 5

/** Words with which people begin what they will make, not what it will change. */
const outputVerbs =
  /^(build|complete|create|define|deliver|design|develop|document|draft|establish|finish|hold|implement|install|introduce|launch|make|migrate|organi[sz]e|plan|prepare|produce|publish|release|roll out|run|set up|ship|start|write)\b/i

/** Whether a number, a band, steps or zones say when it is reached. */
function hasGoal(metric: Metric): boolean {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return metric.target !== null || metric.stretch !== null
    case 'maintain':
      return metric.lower !== null || metric.upper !== null
    case 'milestone':
      return metric.steps.length > 0
    case 'ordinal':
      return Object.values(metric.zones).some((zone) => zone !== null)
    case 'boolean':
      return false
  }
}

function isWithoutStart(metric: Metric): boolean {
  return (metric.kind === 'increase' || metric.kind === 'decrease') && hasGoal(metric) && metric.baseline === null && metric.current === null
}

function hintsOfKeyResult({ id, title, metric, ownerId }: KeyResult, objective: Objective): Hint[] {
  const about = (rule: HintRule, text: string): Hint => ({ rule, entity: 'keyResult', id, text })
  return [
    ...(outputVerbs.test(title.trim()) ? [about('output', 'This is something to make. What changes for somebody once it is there?')] : []),
    ...(hasGoal(metric) ? [] : [about('noNumber', 'No number says when it is reached.')]),
    ...(isWithoutStart(metric) ? [about('noBaseline', 'Where does it stand today?')] : []),
    ...(ownerId === null && objective.ownerId === null ? [about('noOwner', 'Nobody owns it yet.')] : []),
  ]
}

function hintsOfObjective(snapshot: Snapshot, objective: Objective): Hint[] {
  const { id } = objective
  const keyResults = referring(snapshot, 'keyResult', 'objectiveId', id)
  const few =
    keyResults.length === 0 ? [{ rule: 'noKeyResult', entity: 'objective', id, text: 'How would we know that it is reached?' } as const] : []
  const many =
    keyResults.length > most
      ? [{ rule: 'manyKeyResults', entity: 'objective', id, text: `${keyResults.length} key results: which ${most} say it all?` } as const]
      : []
  return [...few, ...many, ...keyResults.flatMap((each) => hintsOfKeyResult(each, objective))]
}

/**
 * What can be asked about the draft of a node: too many of them, things to make instead of results, no number, no start, no owner.
 *
 * @returns in the order of the draft: the node, each objective, its key results
 * Cost O(objectives and key results of the node). Spec: PL80-PL82.
 */
export function draftHints(snapshot: Snapshot, nodeId: string, cycleId: string | null): Hint[] {
  const objectives = referring(snapshot, 'objective', 'nodeId', nodeId).filter((each) => each.cycleId === cycleId)
  const many =
    objectives.length > most
      ? [{ rule: 'manyObjectives', entity: 'node', id: nodeId, text: `${objectives.length} objectives: which ${most} matter most?` } as const]
      : []
  return [...many, ...objectives.flatMap((each) => hintsOfObjective(snapshot, each))]
}
