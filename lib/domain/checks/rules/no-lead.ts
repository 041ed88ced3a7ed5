import { call } from '../../command/call.ts'
import type { Participation } from '../../entity.ts'
import { asId } from '../../ids.ts'
import { coreOf, holdsOn } from '../../own-nodes.ts'
import { nodePart } from '../../plan/sentence.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import { fixOf } from '../fixes.ts'
import { lacking } from '../gather.ts'
import type { CheckRule, CheckScope, Found } from '../rule.ts'

function found({ snapshot, today }: CheckScope, id: string): Found {
  const first = coreOf(snapshot, id, today).find(({ personId }) => personId !== null)?.personId ?? null
  const ask = { id: 'lead', key: 'P', label: 'Say who leads it', asks: ['ownerId'], suggested: { ownerId: first } } as const
  const fix = fixOf(ask, ({ ownerId }, freshId) => [
    call('participation.create', {
      id: freshId('participation'),
      nodeId: asId<'node'>(id),
      personId: ownerId === null ? null : asId<'person'>(ownerId),
      tier: 'lead',
      from: today,
    }),
  ])
  return { subjects: [{ entity: 'node', id }], nodeIds: [id], sentence: say('Nobody leads ', nodePart(snapshot, id), '.'), own: [fix] }
}

/** A node of the network itself that nobody leads on the day. Cost O(nodes + participations). Spec: AL70. */
export const noLead: CheckRule = {
  key: 'noLead',
  theme: 'structure',
  severity: 'medium',
  title: 'Node without a lead',
  why: 'Nobody can promise for it, and nobody is asked.',
  source: 'The sides of a promise are the leads of two nodes.',
  fix: 'Say who leads it.',
  limit: null,
  find: (scope) => {
    const { participation } = scope.snapshot.tables
    const leads = (each: Participation) => each.tier === 'lead' && holdsOn(each, scope.today)
    const led = new Set<string>([...participation.values()].filter(leads).map(({ nodeId }) => nodeId))
    return lacking(scope, {
      entity: 'node',
      all: scope.nodes.filter(({ kind }) => kind !== 'external'),
      lacks: ({ id }) => !led.has(id),
      each: ({ id }) => found(scope, id),
      together: (count) => `Nobody leads any of the ${count} nodes.`,
    })
  },
}
