import { reverseAll } from '../change.ts'
import { DomainError } from '../error.ts'
import { applyChanges, fork, type Snapshot } from '../snapshot.ts'
import type { CommandCall } from './call.ts'
import type { CommandContext } from './command.ts'
import { runCommands } from './run.ts'

const notTheirs: ReadonlySet<string> = new Set(['FORBIDDEN', 'PROMISE_NOT_YOUR_MOVE'])

/**
 * Which of several edits somebody may make: each is tried by itself on a copy, so that the guards of the commands themselves say it. An edit
 * that is refused for another reason, such as words that are still missing, is theirs to make.
 *
 * @returns their places among `edits`
 * Cost O(records) and that of the commands. Spec: AL82.
 */
export function allowedEdits(snapshot: Snapshot, edits: readonly (readonly CommandCall[])[], ctx: CommandContext): ReadonlySet<number> {
  const copy = fork(snapshot)
  const isAllowed = (calls: readonly CommandCall[]) => {
    try {
      applyChanges(copy, reverseAll(runCommands(copy, calls, ctx)))
      return true
    } catch (error) {
      return !(error instanceof DomainError && notTheirs.has(error.code))
    }
  }
  return new Set(edits.flatMap((calls, at) => (isAllowed(calls) ? [at] : [])))
}
