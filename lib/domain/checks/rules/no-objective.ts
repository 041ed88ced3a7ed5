import { call } from '../../command/call.ts'
import { asId } from '../../ids.ts'
import { nodePart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { fixOf } from '../fixes.ts'
import { lacking } from '../gather.ts'
import type { CheckRule } from '../rule.ts'

/** A node of the network itself that pursues nothing in the cycle. Cost O(nodes + objectives). Spec: AL30. */
export const noObjective: CheckRule = {
  key: 'noObjective',
  theme: 'goals',
  severity: 'low',
  title: 'Node without an objective',
  why: 'Either its work is not told, or nothing of it changes in this cycle.',
  source: 'Both graphs stand on the same nodes: a node gives value and has objectives.',
  fix: 'Add an objective, or let it rest.',
  limit: null,
  find: (scope) => {
    const { snapshot, cycle, objectives } = scope
    if (cycle === null) return []
    const planned = new Set<string>(objectives.map(({ nodeId }) => nodeId))
    return lacking(scope, {
      entity: 'node',
      all: scope.nodes.filter(({ kind }) => kind !== 'external'),
      lacks: ({ id }) => !planned.has(id),
      each: ({ id }) => ({
        subjects: [{ entity: 'node', id }],
        nodeIds: [id],
        sentence: say(nodePart(snapshot, id), ` has no objective in ${cycle.name}.`),
        own: [
          fixOf({ id: 'add', key: 'N', label: 'Add an objective', asks: ['text'] }, ({ text }, freshId) => [
            call('objective.create', { id: freshId('objective'), nodeId: asId<'node'>(id), cycleId: cycle.id, title: text ?? '' }),
          ]),
        ],
      }),
      together: (count) => `None of the ${count} nodes has an objective in ${cycle.name}.`,
    })
  },
}
