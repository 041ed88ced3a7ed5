import { draftRules } from '../../checks/draft-rules.ts'
import type { DraftScope } from '../../checks/rule.ts'
import { draftScope } from '../../checks/scope.ts'
import { isRuleOn, limitFor, settingsOf } from '../../checks/settings.ts'
import type { EntityName } from '../../ids.ts'
import type { Snapshot } from '../../snapshot.ts'

/** What a draft can be asked about, never blocking. */
export type Hint = {
  /** key of the check that asks */
  readonly rule: string
  readonly entity: EntityName
  readonly id: string
  /** a question or a remark in one sentence, without the name of the record */
  readonly text: string
}

/** Ids in the order of a draft: the node, each objective, its key results. */
function draftOrder({ nodes, objectives, keyResults }: DraftScope): ReadonlyMap<string, number> {
  const byObjective = Map.groupBy(keyResults, ({ objectiveId }): string => objectiveId)
  const planned = objectives.flatMap(({ id }) => [id, ...(byObjective.get(id) ?? []).map((keyResult) => keyResult.id)])
  return new Map([...nodes.map(({ id }) => id), ...planned].map((id, at) => [id, at]))
}

/**
 * What can be asked about the draft of a node: what the checks of drafts find in it, by the same rules and limits as everywhere.
 *
 * @returns in the order of the draft: the node, each objective, its key results
 * Cost O(k log k) for k objectives and key results of the node. Spec: PL80-PL82, AL10.
 */
export function draftHints(snapshot: Snapshot, nodeId: string, cycleId: string | null): Hint[] {
  const [scope, settings] = [draftScope(snapshot, nodeId, cycleId), settingsOf(snapshot)]
  const order = draftOrder(scope)
  return draftRules
    .filter(({ key }) => isRuleOn(settings, key))
    .flatMap((rule) =>
      rule.find(scope, limitFor(settings, rule)).map((found): Hint => ({ rule: rule.key, ...found.subjects[0], text: found.hint ?? '' })),
    )
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
}
