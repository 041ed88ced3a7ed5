import type { Change } from '../change.ts'
import { applyChanges, fork, type Snapshot } from '../snapshot.ts'

/** One step of a command that is made of several: it sees what the ones before it did. */
export type CommandStep = (snapshot: Snapshot) => readonly Change[]

/**
 * The changes of several steps, each of which sees what the ones before it did. The snapshot stays as it is.
 *
 * @throws what a step throws
 * Cost O(records) references, and that of the steps.
 */
export function inSteps(snapshot: Snapshot, steps: readonly CommandStep[]): Change[] {
  const ahead = fork(snapshot)
  return steps.flatMap((step) => {
    const changes = step(ahead)
    applyChanges(ahead, changes)
    return [...changes]
  })
}
