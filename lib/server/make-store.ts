import { ask } from '../../db/query.ts'
import { bodyOf } from './body.ts'
import { commitSteps, commitStepsWith } from './commit.ts'
import { aloneBroadcast, type Executor } from './executor.ts'
import { type Spacing, usualSpacing } from './history/checkpoints.ts'
import { openPast } from './history/past.ts'
import { restoreSteps } from './history/restore-steps.ts'
import { listNetworks } from './list-networks.ts'
import { makeListeners } from './listeners.ts'
import { noNetwork, readSets, resetAbove } from './load.ts'
import { makeCache, type NetworkCache } from './network-cache.ts'
import { tailStart } from './network-state.ts'
import type { Store, StoreCheck } from './store-contract.ts'
import { readUndoState, undoSteps } from './undo-steps.ts'
import { makeWriter } from './writer.ts'

type Options = { readonly clock: () => Date; readonly newSetId: () => string; readonly spacing?: Spacing | undefined }

async function resolve(executor: Executor, cache: NetworkCache, idOrSlug: string): Promise<string> {
  if (cache.has(idOrSlug)) return idOrSlug
  const found = await executor.ask(() => ask(executor.statements.findNetwork, { text: idOrSlug }))
  const network = found.find(({ id }) => id === idOrSlug) ?? found[0]
  if (network) return network.id
  throw noNetwork(idOrSlug)
}

/** From memory where it reaches back far enough, from the log otherwise. */
function changesSince(executor: Executor, cache: NetworkCache): Store['changesSince'] {
  return async (networkId, revision, limit) => {
    const state = await cache.read(networkId)
    if (revision > state.snapshot.revision) return 'reset'
    if (revision < tailStart(state)) return executor.ask(() => readSets(executor.statements, networkId, revision, limit))
    const sets = state.tail.filter((set) => set.revision > revision).slice(0, limit)
    return sets.reduce((sum, { changes }) => sum + changes.length, 0) > resetAbove ? 'reset' : sets
  }
}

async function checkOf(executor: Executor): Promise<StoreCheck> {
  const checked = await executor.check()
  return { ok: checked.faults.length === 0, dialect: executor.dialect, ...checked }
}

/** The store over either database: one cache of networks, one way to write. */
export function makeStore(executor: Executor, { clock, newSetId, spacing = usualSpacing }: Options): Store {
  const { dialect, statements } = executor
  const cache = makeCache(executor)
  const listeners = makeListeners()
  const { reading, checkpoints } = openPast(executor, cache, spacing)
  const writer = makeWriter({ executor, cache, listeners, tools: { statements, newSetId }, committed: checkpoints.committed })
  executor.listen(listeners.tell, async () => {
    for (const networkId of listeners.networks()) {
      const [row] = await executor.ask(() => ask(statements.revision, { networkId }))
      if (row) listeners.tell(networkId, row.revision)
    }
  })
  return {
    dialect,
    accounts: executor.accounts,
    networks: () => executor.ask(() => listNetworks(statements)),
    resolve: (idOrSlug) => resolve(executor, cache, idOrSlug),
    read: async (networkId) => (await cache.read(networkId)).snapshot,
    commit: (ctx, command, options = {}) => writer.write(ctx, options, (work) => commitSteps(work, command)),
    create: (ctx, records, options = {}) => writer.create(ctx, { records, ...options }),
    undo: (ctx, options = {}) => writer.write(ctx, options, (work) => undoSteps(work, 'undo')),
    redo: (ctx, options = {}) => writer.write(ctx, options, (work) => undoSteps(work, 'redo')),
    undoState: ({ networkId, actor }) => executor.ask(() => readUndoState(statements, networkId, actor)),
    changesSince: changesSince(executor, cache),
    erasePerson: writer.erase,
    removeNetwork: writer.remove,
    body: async (networkId) => {
      const { body, snapshot } = await cache.read(networkId)
      return bodyOf(body, networkId, snapshot, clock().toISOString())
    },
    ...reading,
    restore: (ctx, restored, options = {}) => writer.write(ctx, options, (work) => restoreSteps(work, restored)),
    commitWith: (ctx, command, options = {}) => writer.write(ctx, options, (work) => commitStepsWith(work, command)),
    within: writer.within,
    listen: listeners.add,
    broadcast: executor.broadcast ?? aloneBroadcast,
    ask: (steps) => executor.ask(() => steps(statements)),
    write: (lane, steps) => executor.write({ networkId: lane, steps: () => steps(statements) }),
    check: () => checkOf(executor),
    bytes: () => executor.bytes(),
    close: async () => {
      await checkpoints.idle()
      await executor.close()
    },
  }
}
