import { system, type Who } from '../../../lib/domain/access.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { makeSnapshot, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'

export const day = '2027-02-10'
export const now = `${day}T09:00:00Z`
const metric = { kind: 'increase', baseline: 0, target: 10, current: null } as const

/** Two nodes: Ana is core in `care` by herself, Tom by his team; Lea leads it; Rita gives a resonance; Otto was in until yesterday. `press` is nobody's of them. */
export function network(): Snapshot {
  const snapshot = makeSnapshot({})
  const part = (id: string, fields: object) => call('participation.create', { id, nodeId: 'care', tier: 'core', ...fields })
  runCommands(
    snapshot,
    [
      call('area.create', { id: 'area', name: 'Area' }),
      ...['care', 'press'].map((id) => call('node.create', { id, areaId: 'area', name: id })),
      call('team.create', { id: 'team', name: 'Team' }),
      ...['ana', 'lea', 'rita', 'otto', 'bo'].map((id) => call('person.create', { id, name: id })),
      call('person.create', { id: 'tom', name: 'tom', teamIds: ['team'] }),
      part('p-ana', { personId: 'ana' }),
      part('p-lea', { personId: 'lea', tier: 'lead' }),
      part('p-team', { teamId: 'team' }),
      part('p-rita', { personId: 'rita', tier: 'resonance' }),
      part('p-otto', { personId: 'otto', until: '2027-02-09' }),
      part('p-bo', { personId: 'bo', nodeId: 'press' }),
      call('cycle.create', { id: 'q1', name: 'Q1', startsOn: '2027-01-01', endsOn: '2027-03-31' }),
      call('objective.create', { id: 'o-care', nodeId: 'care', cycleId: 'q1', title: 'Care' }),
      call('objective.create', { id: 'o-press', nodeId: 'press', cycleId: 'q1', title: 'Press', ownerId: 'rita' }),
      ...['care', 'press'].map((node) => call('keyResult.create', { id: `kr-${node}`, objectiveId: `o-${node}`, title: node, metric })),
      call('exchange.create', { id: 'x', fromNodeId: 'press', toNodeId: 'care', deliverable: 'Stories', kind: 'tangible' }),
      call('dependency.create', {
        id: 'need',
        consumerKeyResultId: 'kr-care',
        supplierKeyResultId: 'kr-press',
        what: 'It',
        strength: 1,
        state: 'draft',
      }),
      call('goal.create', { id: 'goal', name: 'Goal' }),
    ],
    { actor: 'cli', who: system, now },
  )
  return snapshot
}

export const members = new Map<string, Role>([
  ['ana', 'contributor'],
  ['lea', 'contributor'],
  ['eddy', 'editor'],
  ['olga', 'owner'],
])

export function who(personId: string, role: Role = 'contributor'): Who {
  return { personId, role, members }
}

export function codeOf(work: () => unknown): string {
  try {
    work()
    return 'nothing'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}
