import { type Change, reverseAll, squash } from '../change.ts'
import { DomainError } from '../error.ts'
import { faultsOfIssues, sentenceOf } from '../format/fault.ts'
import { applyChanges, type Snapshot } from '../snapshot.ts'
import type { CommandCall } from './call.ts'
import type { CommandContext } from './command.ts'
import { commands } from './registry.ts'

function decideOne(snapshot: Snapshot, { name, input }: CommandCall, ctx: CommandContext): Change[] {
  const command = commands.get(name)
  if (!command) throw new DomainError('VALIDATION', `There is no command “${name}”.`, { faults: [{ path: 'name', message: 'unknown command' }] })
  const parsed = command.input.safeParse(input)
  if (parsed.success) return command.decide(snapshot, parsed.data, ctx)
  const faults = faultsOfIssues(parsed.error.issues, [], input)
  throw new DomainError('VALIDATION', sentenceOf(faults), { faults })
}

/**
 * Runs commands one after the other as one change set: each sees what the ones before it did. The snapshot is advanced in
 * place; where a command is refused, it is put back as it was and the refusal is thrown.
 *
 * @returns one change for each record, as it should be committed; `reverseAll` of it restores the snapshot
 * @throws DomainError of the first command that is refused, with its number as `at` where there are several
 * Cost that of the commands.
 */
export function runCommands(snapshot: Snapshot, calls: readonly CommandCall[], ctx: CommandContext): Change[] {
  const done: Change[] = []
  for (const [at, call] of calls.entries()) {
    try {
      const changes = decideOne(snapshot, call, ctx)
      applyChanges(snapshot, changes)
      for (const change of changes) done.push(change)
    } catch (error) {
      applyChanges(snapshot, reverseAll(done))
      if (error instanceof DomainError && calls.length > 1) throw new DomainError(error.code, error.message, { ...error.details, at })
      throw error
    }
  }
  return squash(done)
}
