import { ask, type Steps, tell } from '../../db/query.ts'
import type { Change } from '../domain/change.ts'
import { DomainError } from '../domain/error.ts'
import { makeSnapshot } from '../domain/snapshot.ts'
import { type Outcome, recall, refuseTakenSlug, remember, type WriteTools } from './commit.ts'
import type { ChangeSet, CommitContext, Idempotency } from './store-contract.ts'
import { writeLog, writeRecords } from './write-records.ts'

/** Keys of requests that create a network are remembered apart from those of any network. */
const creationScope = ''

function* refuseTakenId({ statements }: WriteTools, networkId: string): Steps<void> {
  const found = yield* ask(statements.findNetwork, { text: networkId })
  if (found.length > 0) throw new DomainError('ID_TAKEN', `There is already a network with the id or address “${networkId}”.`, { entity: 'network', id: networkId })
}

function nameIn(records: readonly Change[], networkId: string): string {
  const network = records.find(({ entity, id }) => entity === 'network' && id === networkId)
  if (!network) throw new Error(`the records of the network ${networkId} do not hold its own record`)
  return String(network.after?.['name'])
}

/** A new network with all of its records as its first revision, in the transaction of the caller. */
export function* createSteps(tools: WriteTools, ctx: CommitContext, records: readonly Change[], options: { readonly name?: string; readonly idempotency?: Idempotency | undefined }): Steps<Outcome> {
  const { statements } = tools
  const { networkId, actor, now } = ctx
  const earlier = options.idempotency && (yield* recall(statements, creationScope, options.idempotency))
  if (earlier) return { committed: earlier, set: null }
  yield* refuseTakenId(tools, networkId)
  yield* refuseTakenSlug(statements, networkId, records)
  const summary = `Created “${nameIn(records, networkId)}”`
  const set: ChangeSet = { id: tools.newSetId(), revision: 1, command: options.name ?? 'network.create', actor, undoOf: null, at: now, changes: records, summary }
  yield* writeRecords(statements, networkId, makeSnapshot({}), records, { revision: 1, createdAt: new Date(now) })
  yield* tell(statements.insertSet, { networkId, ...set, at: new Date(now) })
  yield* writeLog(statements, networkId, 1, records)
  const outcome: Outcome = { committed: { networkId, revision: 1, changeSetId: set.id, changes: records, summary, replayed: false }, set }
  if (options.idempotency) yield* remember(statements, creationScope, ctx, outcome, options.idempotency)
  return outcome
}
