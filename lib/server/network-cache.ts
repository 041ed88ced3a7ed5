import { ask, type Steps } from '../../db/query.ts'
import { DomainError } from '../domain/error.ts'
import { applyChanges, makeSnapshot } from '../domain/snapshot.ts'
import type { Executor } from './executor.ts'
import { catchUp, loadSnapshot, noNetwork } from './load.ts'
import { advance, type NetworkState, newState } from './network-state.ts'
import type { ChangeSet } from './store-contract.ts'

/** The networks that this process has read, each once. */
export type NetworkCache = {
  readonly has: (networkId: string) => boolean
  /** the network at its newest revision */
  readonly read: (networkId: string) => Promise<NetworkState>
  /** the same inside a write, with the right to make the next revision; a bug in what is done with it makes it be read again */
  readonly withLock: <T>(networkId: string, steps: (state: NetworkState) => Steps<T>) => Steps<T>
  /** takes a durable change set over */
  readonly advance: (networkId: string, set: ChangeSet) => void
  /** a network that has just been created by one change set */
  readonly add: (networkId: string, set: ChangeSet) => void
  readonly drop: (networkId: string) => void
}

function stateAfter(set: ChangeSet): NetworkState {
  const snapshot = makeSnapshot({}, set.revision)
  applyChanges(snapshot, set.changes)
  return newState(snapshot)
}

type States = Map<string, NetworkState>

/** The network at a revision that the database just told: as it is known, caught up, or read anew. */
function* stateAt(
  { statements }: Executor,
  states: States,
  at: { readonly networkId: string; readonly revision: number | undefined },
): Steps<NetworkState> {
  const { networkId, revision } = at
  const known = states.get(networkId)
  if (revision === undefined) {
    states.delete(networkId)
    throw noNetwork(networkId)
  }
  if (known?.snapshot.revision === revision) return known
  if (known && known.snapshot.revision < revision && (yield* catchUp(statements, networkId, known))) return known
  const state = newState(yield* loadSnapshot(statements, networkId))
  states.set(networkId, state)
  return state
}

function* lock(executor: Executor, states: States, networkId: string): Steps<NetworkState> {
  const known = states.get(networkId)
  if (known && executor.isAlone) return known
  const [row] = yield* ask(executor.statements.lockRevision, { networkId })
  return yield* stateAt(executor, states, { networkId, revision: row?.revision })
}

function* current(executor: Executor, states: States, networkId: string): Steps<NetworkState> {
  const [row] = yield* ask(executor.statements.revision, { networkId })
  return yield* stateAt(executor, states, { networkId, revision: row?.revision })
}

export function makeCache(executor: Executor): NetworkCache {
  const states: States = new Map()
  const drop = (networkId: string) => void states.delete(networkId)
  return {
    has: (networkId) => states.has(networkId),
    read: async (networkId) => {
      const known = states.get(networkId)
      return known && executor.isAlone ? known : executor.ask(() => current(executor, states, networkId))
    },
    *withLock(networkId, steps) {
      try {
        return yield* steps(yield* lock(executor, states, networkId))
      } catch (error) {
        if (!(error instanceof DomainError)) drop(networkId)
        throw error
      }
    },
    advance: (networkId, set) => {
      const state = states.get(networkId)
      if (state) advance(state, set)
    },
    add: (networkId, set) => void states.set(networkId, stateAfter(set)),
    drop,
  }
}
