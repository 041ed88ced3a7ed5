import { ask, type Steps } from '../../db/query.ts'
import type { Statements } from '../../db/statements/index.ts'
import type { Change } from '../domain/change.ts'
import { DomainError } from '../domain/error.ts'
import { makeSnapshot } from '../domain/snapshot.ts'
import { type Outcome, recall, refuseTakenSlug, remember, type WriteTools } from './commit.ts'
import type { ChangeSet, CommitContext, CreateOptions } from './store-contract.ts'
import { writeHistory, writeRecords } from './write-records.ts'

/** Keys of requests that create a network are remembered apart from those of any network. */
const creationScope = ''

function* refuseTakenId(statements: Statements, networkId: string): Steps<void> {
  const found = yield* ask(statements.findNetwork, { text: networkId })
  if (found.length > 0)
    throw new DomainError('ID_TAKEN', `There is already a network with the id or address “${networkId}”.`, { entity: 'network', id: networkId })
}

function nameIn(records: readonly Change[], networkId: string): string {
  const network = records.find(({ entity, id }) => entity === 'network' && id === networkId)
  if (!network) throw new Error(`the records of the network ${networkId} do not hold its own record`)
  return String(network.after?.['name'])
}

export type Creation = CreateOptions & { readonly records: readonly Change[] }

function* writeNetwork({ statements, newSetId }: WriteTools, ctx: CommitContext, { records, name = 'network.create' }: Creation): Steps<Outcome> {
  const { networkId, actor, now: at } = ctx
  const summary = `Created “${nameIn(records, networkId)}”`
  const set: ChangeSet = { id: newSetId(), revision: 1, command: name, actor, undoOf: null, at, changes: records, summary, othersNodeIds: [] }
  yield* writeRecords(statements, { networkId, snapshot: makeSnapshot({}), changes: records, extra: { revision: 1, createdAt: new Date(at) } })
  yield* writeHistory(statements, networkId, set)
  return { committed: { networkId, revision: 1, changeSetId: set.id, changes: records, summary, replayed: false }, set }
}

/** A new network with all of its records as its first revision, in the transaction of the caller. */
export function* createSteps(tools: WriteTools, ctx: CommitContext, creation: Creation): Steps<Outcome> {
  const { statements } = tools
  const { records, idempotency, also } = creation
  const earlier = idempotency && (yield* recall(statements, creationScope, idempotency))
  if (earlier) return { committed: earlier, set: null }
  yield* refuseTakenId(statements, ctx.networkId)
  yield* refuseTakenSlug(statements, ctx.networkId, records)
  const outcome = yield* writeNetwork(tools, ctx, creation)
  if (also) yield* also(statements, outcome.committed)
  if (idempotency) yield* remember(statements, idempotency, { scope: creationScope, ctx, committed: outcome.committed })
  return outcome
}
