import { call } from '../../command/call.ts'
import type { Objective } from '../../entity.ts'
import { inDocumentOrder } from '../../okr/document-order.ts'
import { upstreamOfAll } from '../../plan/reach.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import type { Snapshot } from '../../snapshot.ts'
import { find } from '../../snapshot.ts'
import { fixOf } from '../fixes.ts'
import { lacking } from '../gather.ts'
import type { CheckFix, CheckRule, CheckScope } from '../rule.ts'
import { objectivePart } from '../say.ts'

/** One key where only one goal is possible: the only one of its area, else the only one of the network. */
function linkFix(snapshot: Snapshot, { id, nodeId }: Objective): CheckFix[] {
  const goals = inDocumentOrder(snapshot.tables.goal)
  const areaId = find(snapshot, 'node', nodeId)?.areaId
  const near = goals.filter((goal) => goal.areaId === areaId)
  const [goal, other] = near.length > 0 ? near : goals
  if (!goal || other) return []
  return [fixOf({ id: 'link', key: 'I', label: `Link it to “${goal.name}”` }, () => [call('objective.update', { id, set: { goalIds: [goal.id] } })])]
}

function hasGoal({ tables }: Snapshot, { goalIds }: Objective): boolean {
  return goalIds.some((id) => tables.goal.has(id))
}

/** The objectives that lead to a goal: linked to it, measured by it, or with a key result that one of those needs, directly or through others. */
function serving({ snapshot, objectives, keyResults, plan }: CheckScope): ReadonlySet<string> {
  if (!plan) return new Set()
  const linked = new Set<string>(objectives.filter((each) => hasGoal(snapshot, each)).map(({ id }) => id))
  const named = new Set<string>(inDocumentOrder(snapshot.tables.goal).flatMap(({ keyResultId }) => keyResultId ?? []))
  const goals = keyResults.filter(({ id, objectiveId }) => named.has(id) || linked.has(objectiveId)).map(({ id }): string => id)
  const reached = new Set([...goals, ...upstreamOfAll(plan.graph, goals)])
  return new Set([...linked, ...keyResults.filter(({ id }) => reached.has(id)).map(({ objectiveId }) => objectiveId)])
}

/** An objective that serves no goal of the network, neither itself nor through what others need of it. Cost O(key results + needs), and O(goals) for each finding. Spec: AL21. */
export const noGoal: CheckRule = {
  key: 'noGoal',
  theme: 'goals',
  severity: 'medium',
  title: 'Objective without a goal',
  why: 'Alignment is a line that somebody can draw from what a node does to where the whole network wants to go.',
  source: 'Alignment of OKRs: objectives are tied to goals many-to-many.',
  fix: 'Link it to a goal, or ask why it is done.',
  limit: null,
  find: (scope: CheckScope) => {
    const { snapshot, objectives } = scope
    const led = serving(scope)
    return lacking(scope, {
      entity: 'objective',
      all: objectives,
      lacks: ({ id }) => !led.has(id),
      each: (objective) => ({
        subjects: [{ entity: 'objective', id: objective.id }],
        nodeIds: [objective.nodeId],
        sentence: say(objectivePart(snapshot, objective.id), ' serves no goal of the network, neither itself nor through what others need of it.'),
        own: linkFix(snapshot, objective),
      }),
      together: (count) => `None of the ${count} objectives serves a goal of the network.`,
    })
  },
}
