import { ask, type Steps, tell } from '../../db/query.ts'
import { DomainError } from '../domain/error.ts'
import { entityNames } from '../domain/ids.ts'
import { applyChanges, makeSnapshot } from '../domain/snapshot.ts'
import { bodyOf } from './body.ts'
import { answerOnce, commitSteps, type Outcome, type WriteTools } from './commit.ts'
import { createSteps } from './create.ts'
import type { Executor, Job } from './executor.ts'
import { listNetworks } from './list-networks.ts'
import { makeListeners } from './listeners.ts'
import { catchUp, loadSnapshot, noNetwork, readSets, resetAbove } from './load.ts'
import { advance, type NetworkState, newState, tailStart } from './network-state.ts'
import type { CommitContext, Committed, Store, WriteOptions } from './store-contract.ts'
import { type Direction, readNextSteps, undoSteps } from './undo-steps.ts'

type Options = { readonly clock: () => Date; readonly newSetId: () => string }

const keyDays = 7
const hourMs = 3_600_000

/** The store over either database: one cache of networks, one way to write. */
export function makeStore(executor: Executor, { clock, newSetId }: Options): Store {
  const { statements, isAlone } = executor
  const tools: WriteTools = { statements, newSetId }
  const states = new Map<string, NetworkState>()
  const listeners = makeListeners()
  executor.listen(listeners.tell)

  /** The network at the newest revision, with the right to write the next one. */
  function* lockState(networkId: string): Steps<NetworkState> {
    const known = states.get(networkId)
    if (known && isAlone) return known
    const [row] = yield* ask(statements.lockRevision, { networkId })
    if (!row) {
      states.delete(networkId)
      throw noNetwork(networkId)
    }
    return yield* freshState(networkId, row.revision)
  }

  function* freshState(networkId: string, revision: number): Steps<NetworkState> {
    const known = states.get(networkId)
    if (known?.snapshot.revision === revision) return known
    if (known && known.snapshot.revision < revision && (yield* catchUp(statements, networkId, known))) return known
    const state = newState(yield* loadSnapshot(statements, networkId))
    states.set(networkId, state)
    return state
  }

  function* currentState(networkId: string): Steps<NetworkState> {
    const [row] = yield* ask(statements.revision, { networkId })
    if (row) return yield* freshState(networkId, row.revision)
    states.delete(networkId)
    throw noNetwork(networkId)
  }

  async function stateOf(networkId: string): Promise<NetworkState> {
    const known = states.get(networkId)
    return known && isAlone ? known : executor.ask(() => currentState(networkId))
  }

  function jobOf(networkId: string, steps: () => Steps<Outcome>): Job<Outcome> {
    return {
      networkId,
      steps,
      revisionOf: ({ set }) => set?.revision ?? null,
      applied: ({ set }) => {
        const state = states.get(networkId)
        if (set && state) advance(state, set)
      },
      published: ({ set }) => {
        if (set) listeners.tell(networkId, set.revision)
      },
      dropped: () => {
        states.delete(networkId)
      },
    }
  }

  /** A bug inside a command may have left the snapshot half changed: it is read again. */
  async function write(networkId: string, steps: (state: NetworkState) => Steps<Outcome>): Promise<Committed> {
    try {
      const { committed } = await executor.write(
        jobOf(networkId, function* () {
          return yield* steps(yield* lockState(networkId))
        }),
      )
      return committed
    } catch (error) {
      if (!(error instanceof DomainError)) states.delete(networkId)
      throw error
    }
  }

  async function create(ctx: CommitContext, steps: () => Steps<Outcome>): Promise<Committed> {
    const job = jobOf(ctx.networkId, steps)
    const applied = ({ committed, set }: Outcome) => {
      if (!set) return
      const snapshot = makeSnapshot({}, committed.revision)
      applyChanges(snapshot, set.changes)
      states.set(ctx.networkId, newState(snapshot))
    }
    const { committed } = await executor.write({ ...job, applied })
    return committed
  }

  function* removeSteps(networkId: string): Steps<void> {
    const [row] = yield* ask(statements.lockRevision, { networkId })
    if (!row) throw noNetwork(networkId)
    for (const entity of entityNames.toReversed()) yield* tell(statements.removeAll(entity), { networkId })
    for (const statement of [statements.removeLog, statements.removeSets, statements.forgetNetwork]) yield* tell(statement, { networkId })
  }

  const drop = (networkId: string) => () => void states.delete(networkId)
  const forgetKeys = () => {
    const at = new Date(clock().getTime() - keyDays * 24 * hourMs)
    const job = { networkId: '', steps: () => tell(statements.forgetBefore, { at }), revisionOf: () => null, applied: () => {}, published: () => {}, dropped: () => {} }
    executor.write(job).catch(() => undefined)
  }
  const timer = setInterval(forgetKeys, hourMs).unref()
  forgetKeys()

  const writeOnce = (ctx: CommitContext, { idempotency }: WriteOptions, steps: (state: NetworkState) => Steps<Outcome>) =>
    write(ctx.networkId, (state) => answerOnce(tools, ctx, idempotency, () => steps(state)))
  const turn = (ctx: CommitContext, direction: Direction, options: WriteOptions = {}) =>
    writeOnce(ctx, options, (state) => undoSteps(tools, state, ctx, direction))

  return {
    dialect: executor.dialect,
    networks: () => executor.ask(() => listNetworks(statements)),
    resolve: async (idOrSlug) => {
      if (states.has(idOrSlug)) return idOrSlug
      const found = await executor.ask(() => ask(statements.findNetwork, { text: idOrSlug }))
      const network = found.find(({ id }) => id === idOrSlug) ?? found[0]
      if (network) return network.id
      throw noNetwork(idOrSlug)
    },
    read: async (networkId) => (await stateOf(networkId)).snapshot,
    commit: (ctx, command, options = {}) => writeOnce(ctx, options, (state) => commitSteps(tools, state, ctx, command)),
    create: (ctx, records, options = {}) => create(ctx, () => createSteps(tools, ctx, records, options)),
    undo: (ctx, options) => turn(ctx, 'undo', options),
    redo: (ctx, options) => turn(ctx, 'redo', options),
    undoState: async ({ networkId, actor }) => {
      await stateOf(networkId)
      return executor.ask(() => readNextSteps(statements, networkId, actor))
    },
    changesSince: async (networkId, revision, limit) => {
      const state = await stateOf(networkId)
      if (revision > state.snapshot.revision) return 'reset'
      if (revision < tailStart(state)) return executor.ask(() => readSets(statements, networkId, revision, limit))
      const sets = state.tail.filter((set) => set.revision > revision).slice(0, limit)
      return sets.reduce((sum, { changes }) => sum + changes.length, 0) > resetAbove ? 'reset' : sets
    },
    removeNetwork: (networkId) =>
      executor.write({ networkId, steps: () => removeSteps(networkId), revisionOf: () => null, applied: drop(networkId), published: () => {}, dropped: drop(networkId) }),
    body: async (networkId) => {
      const { body, snapshot } = await stateOf(networkId)
      return bodyOf(body, networkId, snapshot, clock().toISOString())
    },
    listen: listeners.add,
    check: async () => {
      const checked = await executor.check()
      return { ok: checked.faults.length === 0, dialect: executor.dialect, ...checked }
    },
    close: async () => {
      clearInterval(timer)
      await executor.close()
    },
  }
}
