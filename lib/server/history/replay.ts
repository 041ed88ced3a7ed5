import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { reverseAll } from '../../domain/change.ts'
import { completedChange } from '../../domain/history/complete.ts'
import { applyChanges, type Snapshot } from '../../domain/snapshot.ts'
import type { Executor } from '../executor.ts'
import { changeOf } from '../load.ts'
import { withPersonalValues } from '../privacy/vault.ts'

/** How many change sets are read at once: between two readings others have their turn. */
const stride = 400

/** No answer is larger than this. */
const unlimited = 2_147_483_647

function* readChanges(statements: Statements, networkId: string, after: number, upTo: number): Steps<ReturnType<typeof changeOf>[]> {
  const rows = yield* ask(statements.logBetween, { networkId, after, before: upTo + 1, limit: unlimited })
  return (yield* withPersonalValues(statements, networkId, rows.map(changeOf))).map(completedChange)
}

/**
 * Leads a snapshot along the log to another revision, forwards or backwards. Names read as the vault has them now.
 *
 * @param snapshot changed in place; nobody else has it
 */
export async function leadTo(
  { ask: run, statements }: Pick<Executor, 'ask' | 'statements'>,
  networkId: string,
  snapshot: Snapshot,
  revision: number,
): Promise<Snapshot> {
  while (snapshot.revision < revision) {
    const [after, upTo] = [snapshot.revision, Math.min(revision, snapshot.revision + stride)]
    applyChanges(snapshot, await run(() => readChanges(statements, networkId, after, upTo)))
    snapshot.revision = upTo
  }
  while (snapshot.revision > revision) {
    const [after, upTo] = [Math.max(revision, snapshot.revision - stride), snapshot.revision]
    applyChanges(snapshot, reverseAll(await run(() => readChanges(statements, networkId, after, upTo))))
    snapshot.revision = after
  }
  return snapshot
}
