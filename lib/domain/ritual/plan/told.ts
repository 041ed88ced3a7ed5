import type { Change } from '../../change.ts'
import { find, nameOf, type Snapshot } from '../../snapshot.ts'

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function commitTold(snapshot: Snapshot, changes: readonly Change[]): string | null {
  const hasBaseline = changes.some(({ entity, before, after }) => entity === 'mark' && before === null && after?.['kind'] === 'baseline')
  const closed = changes.find(({ entity, before, after }) => entity === 'ritual' && before !== null && after?.['state'] === 'closed')
  const ritual = find(snapshot, 'ritual', closed?.id ?? null)
  return hasBaseline && ritual?.kind === 'plan' ? `Committed the plan “${nameOf(ritual)}”` : null
}

/** The cycle of an objective that is there, or that the changes make. */
function cycleIdOf(snapshot: Snapshot, changes: readonly Change[], objectiveId: string | null): string | null {
  const made = changes.find(({ entity, id, before }) => entity === 'objective' && id === objectiveId && before === null)
  return find(snapshot, 'objective', objectiveId)?.cycleId ?? text(made?.after?.['cycleId'])
}

/** The word for it follows from what is said of the old one in the same step. */
function carryTold(snapshot: Snapshot, changes: readonly Change[]): string | null {
  const made = changes.filter(({ entity, before, after }) => entity === 'keyResult' && before === null && text(after?.['carriedFromId']) !== null)
  const decided = (id: unknown) =>
    changes.find((change) => change.entity === 'keyResult' && change.id === id && change.after && 'rollOver' in change.after)
  const [first, ...more] = made.filter(({ after }) => decided(after?.['carriedFromId']))
  if (!first || changes.some(({ entity, before }) => entity === 'network' && before === null)) return null
  const verb = decided(first.after?.['carriedFromId'])?.after?.['rollOver'] === 'reshape' ? 'Reshaped' : 'Carried'
  const cycle = find(snapshot, 'cycle', cycleIdOf(snapshot, changes, text(first.after?.['objectiveId'])))
  const into = cycle ? ` into “${cycle.name}”` : ''
  return `${verb} key result “${text(first.after?.['title']) ?? first.id}”${into}${more.length > 0 ? ` and ${more.length} more` : ''}`
}

/**
 * What a change set did to a plan: committed it, or carried key results into the next cycle.
 *
 * @param snapshot the network before or after the changes
 * @returns null for every other change set; names of records only, never of people
 * Cost O(changes²) in the key results that are carried at once. Spec: PL67.
 */
export function planTold(snapshot: Snapshot, changes: readonly Change[]): string | null {
  return commitTold(snapshot, changes) ?? carryTold(snapshot, changes)
}
