import { ask, type Steps, tell } from '../../db/query.ts'
import type { Statements } from '../../db/statements/index.ts'
import { entityNames } from '../domain/ids.ts'
import { answerOnce, type Outcome, type Work, type WriteTools } from './commit.ts'
import { type Creation, createSteps } from './create.ts'
import type { Executor, Job } from './executor.ts'
import type { Listeners } from './listeners.ts'
import { noNetwork } from './load.ts'
import type { NetworkCache } from './network-cache.ts'
import { forgetTold } from './outbox/announce.ts'
import { eraseSteps } from './privacy/erase.ts'
import type { ChangeSet, CommitContext, Committed, Erased, Store, WriteOptions } from './store-contract.ts'

/** Everything that writes: each of them one job, in one transaction. */
export type Writer = {
  readonly write: (ctx: CommitContext, options: WriteOptions, steps: (work: Work) => Steps<Outcome>) => Promise<Committed>
  readonly create: (ctx: CommitContext, creation: Creation) => Promise<Committed>
  /** what is erased is forgotten by memory and by the files, too */
  readonly erase: (ctx: CommitContext, personId: string) => Promise<Erased>
  readonly remove: (networkId: string) => Promise<void>
  readonly within: Store['within']
}

type Around = {
  readonly executor: Executor
  readonly cache: NetworkCache
  readonly listeners: Listeners
  readonly tools: WriteTools
  /** hears of each change set that this process committed, after the answer is durable */
  readonly committed: (networkId: string, set: ChangeSet) => void
}

/** What belongs to a network beside its records: nothing of it may be left for another network of the same id. */
function removedWith(statements: Statements) {
  const { removeLog, removeSets, forgetNetwork, removeMemberships, removeInvitations, removeApiTokens, removeLinks, removeVault } = statements
  return [
    removeVault,
    statements.removeCheckpoints,
    removeLog,
    removeSets,
    forgetNetwork,
    removeMemberships,
    removeInvitations,
    removeApiTokens,
    removeLinks,
    statements.removeAllSealed,
    statements.removeSeats,
    statements.removeGuestLinks,
  ]
}

function* removeSteps(statements: Statements, networkId: string): Steps<void> {
  const [row] = yield* ask(statements.lockRevision, { networkId })
  if (!row) throw noNetwork(networkId)
  for (const entity of entityNames.toReversed()) yield* tell(statements.removeAll(entity), { networkId })
  for (const statement of removedWith(statements)) yield* tell(statement, { networkId })
  yield* forgetTold(statements, networkId)
}

export function makeWriter({ executor, cache, listeners, tools, committed: told }: Around): Writer {
  const { statements } = executor
  const runWhole = <T extends Outcome>(networkId: string, job: Pick<Job<T>, 'steps' | 'applied'>): Promise<T> =>
    executor.write({
      ...job,
      networkId,
      setOf: ({ set }) => set,
      published: ({ set }) => {
        if (!set) return
        listeners.tell(networkId, set.revision)
        told(networkId, set)
      },
      dropped: () => cache.drop(networkId),
    })
  const run = async (networkId: string, job: Pick<Job<Outcome>, 'steps' | 'applied'>): Promise<Committed> =>
    (await runWhole(networkId, job)).committed
  return {
    write: (ctx, options, steps) =>
      run(ctx.networkId, {
        steps: () => cache.withLock(ctx.networkId, (state) => answerOnce(statements, ctx, options, () => steps({ ...tools, state, ctx }))),
        applied: ({ set }) => set && cache.advance(ctx.networkId, set),
      }),
    create: (ctx, creation) =>
      run(ctx.networkId, {
        steps: () => createSteps(tools, ctx, creation),
        applied: ({ set }) => set && cache.add(ctx.networkId, set),
      }),
    erase: async (ctx, personId) => {
      const { networkId } = ctx
      const steps = () => cache.withLock(networkId, (state) => eraseSteps({ ...tools, state, ctx }, personId))
      const { committed, pseudonym, account, stillNamed } = await runWhole(networkId, {
        steps,
        applied: ({ set }) => (set ? cache.advance(networkId, set) : cache.drop(networkId)),
      })
      await executor.purge()
      return { committed, pseudonym, account, stillNamed }
    },
    within: (networkId, steps) =>
      executor.write({ networkId, steps: () => cache.withLock(networkId, ({ snapshot }) => steps(snapshot, statements)) }),
    remove: async (networkId) => {
      const drop = () => cache.drop(networkId)
      await executor.write({ networkId, steps: () => removeSteps(statements, networkId), applied: drop, dropped: drop })
      await executor.purge()
    },
  }
}
