import { system } from '../../../lib/domain/access.ts'
import type { Change } from '../../../lib/domain/change.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { applyChanges, fork, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { needsNetwork } from '../sketch.ts'

const at = '2027-02-10T09:00:00Z'

/** A network with a bit of everything: nodes, a promise with its move, people, talk. */
function lived(): Snapshot {
  return needsNetwork(
    {
      wait: {
        node: 'care',
        title: 'Answer in 1 h',
        metric: { kind: 'increase', baseline: 0, target: 60, current: 42 },
        confidence: 0.6,
        ownerId: 'ana',
      },
      audit: {
        node: 'billing',
        title: 'Audit',
        metric: {
          kind: 'milestone',
          steps: [
            { name: 'Plan', done: 0.5 },
            { name: 'Run', done: 0 },
          ],
        },
      },
      zones: {
        node: 'billing',
        title: 'Zones',
        metric: { kind: 'decrease', baseline: 9, target: 4, current: 8, unit: 'h' },
        confidence: 0.8,
        dueOn: '2027-03-01',
      },
    },
    [{ supplier: 'wait', consumer: 'audit', what: 'Cases', state: 'promised', promisedOn: '2027-03-01', neededOn: '2027-03-05' }],
    {
      network: [{ id: 'net', name: 'Bright', timeZone: 'Europe/Berlin' }],
      node: [{ id: 'press', areaId: 'brand', name: 'Press', slot: 0 }],
      person: [
        { id: 'ana', name: 'Ana' },
        { id: 'ben', name: 'Ben', teamIds: ['team'] },
      ],
      team: [{ id: 'team', name: 'Red' }],
      participation: [{ id: 'part', nodeId: 'care', personId: 'ana', tier: 'lead' }],
      exchange: [{ id: 'exch', fromNodeId: 'care', toNodeId: 'billing', deliverable: 'Cases told', kind: 'intangible' }],
      goal: [{ id: 'goal', name: 'Loved', keyResultId: 'wait' }],
      promiseMove: [{ id: 'move', dependencyId: 'd1', at }],
      checkIn: [{ id: 'check', keyResultId: 'wait', at, value: 42, confidence: 0.6, personId: 'ana' }],
      comment: [{ id: 'note', subject: 'node', subjectId: 'care', personId: 'ana', mentionIds: ['ben'], at }],
      source: [{ id: 'src', subject: 'keyResult', subjectId: 'wait', title: 'Tickets' }],
      exchangeCheck: [{ id: 'look', exchangeId: 'exch', personId: 'ben' }],
      mark: [{ id: 'mark', name: 'Baseline' }],
    },
  )
}

/** The same, where areas, nodes and objectives have names of their own. */
export function named(): Snapshot {
  const snapshot = lived()
  applyChanges(snapshot, [{ entity: 'node', id: 'billing', before: { slot: 0 }, after: { slot: 1 } }])
  act(snapshot, [
    call('area.create', { id: 'brand', name: 'Brand' }),
    call('area.update', { id: 'area', set: { name: 'Customer' } }),
    call('node.update', { id: 'care', set: { name: 'Care' } }),
    call('node.update', { id: 'billing', set: { name: 'Billing' } }),
    call('objective.update', { id: 'obj_wait', set: { title: 'Be there' } }),
    call('objective.update', { id: 'obj_audit', set: { title: 'Be exact', ownerId: 'ben' } }),
  ])
  return snapshot
}

/** Runs commands on a snapshot in place. @returns what they changed */
export function act(snapshot: Snapshot, calls: readonly CommandCall[]): Change[] {
  return runCommands(snapshot, calls, { actor: 'ana', who: system, now: at })
}

/** The network before and after commands. */
export function around(calls: readonly CommandCall[], start: Snapshot = named()): { before: Snapshot; after: Snapshot; changes: Change[] } {
  const after = fork(start)
  return { before: start, after, changes: act(after, calls) }
}
