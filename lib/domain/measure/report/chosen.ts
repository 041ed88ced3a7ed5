import { DomainError } from '../../error.ts'
import { currentCycle } from '../../okr/cycle.ts'
import { placeOfKeyResult } from '../../okr/place.ts'
import { needGraph } from '../../plan/graph.ts'
import { find, listOf, type Snapshot } from '../../snapshot.ts'
import { goalKeyResultId, goalsInReach } from '../chance/goal.ts'

/** What an analysis is asked about, as people name it; what is absent is chosen. */
export type Asked = { readonly goal?: string | undefined; readonly focal?: string | undefined; readonly cycle?: string | undefined }

/** What an analysis is about: the key result that is the goal, the node whose loops are told, the cycle. Null: there is none. */
export type Chosen = { readonly goalId: string | null; readonly focalNodeId: string | null; readonly cycleId: string | null }

function refused(field: keyof Asked, message: string, remedy: string): DomainError {
  return new DomainError('VALIDATION', message, { faults: [{ path: field, message, remedy }] })
}

function chooseCycle(snapshot: Snapshot, asked: string | undefined, today: string): string | null {
  if (asked === undefined) return currentCycle(snapshot, today)?.id ?? null
  const cycle = find(snapshot, 'cycle', asked) ?? listOf(snapshot, 'cycle').find(({ name }) => name === asked)
  if (cycle) return cycle.id
  const known = listOf(snapshot, 'cycle').map(({ name }) => `“${name}”`)
  const remedy =
    known.length === 0 ? 'This network has no cycle; leave it out.' : `Give the id or the name of one of ${known.join(', ')}, or leave it out.`
  throw refused('cycle', `There is no cycle “${asked}” in this network.`, remedy)
}

function chooseGoal(snapshot: Snapshot, asked: string | undefined, cycleId: string | null): string | null {
  if (asked === undefined) return goalsInReach(snapshot, needGraph(snapshot, cycleId), cycleId)[0] ?? null
  if (!find(snapshot, 'goal', asked) && !find(snapshot, 'keyResult', asked))
    throw refused(
      'goal',
      `There is no goal and no key result “${asked}” in this network.`,
      'Give the id of a goal or of a key result, or leave it out for the first goal that the cycle reaches.',
    )
  return goalKeyResultId(snapshot, asked)
}

function chooseFocal(snapshot: Snapshot, asked: string | undefined, goalId: string | null): string | null {
  if (asked === undefined) return placeOfKeyResult(snapshot, goalId).nodeId
  if (find(snapshot, 'node', asked)) return asked
  throw refused('focal', `There is no node “${asked}” in this network.`, 'Give the id of a node, or leave it out for the node of the goal.')
}

/**
 * What an analysis is about: the cycle that is named by id or name, else the current one; the goal and the focal node that are named,
 * else the first goal that the cycle reaches, and the node of its key result.
 *
 * @param today the day in the network's time zone
 * @throws DomainError VALIDATION with the field and the remedy, where what is named is not there
 * Cost that of `needGraph`. Spec: OR17-OR18.
 */
export function choose(snapshot: Snapshot, { goal, focal, cycle }: Asked, today: string): Chosen {
  const cycleId = chooseCycle(snapshot, cycle, today)
  const goalId = chooseGoal(snapshot, goal, cycleId)
  return { goalId, focalNodeId: chooseFocal(snapshot, focal, goalId), cycleId }
}
