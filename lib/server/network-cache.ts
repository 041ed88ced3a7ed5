import { ask, type Steps } from '../../db/query.ts'
import type { Statements } from '../../db/statements/index.ts'
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

/** Who asks the database for a revision: what memory held before the question, and what the answer is. */
type Answer = { readonly networkId: string; readonly before: number; readonly revision: number | undefined }

/**
 * The network at least at the revision that the database told: as it is known, caught up, or read anew. What is known may have moved on while
 * the question was under way. If it was ahead already before, it is another network under the same id, made by another process.
 */
function* stateAt({ statements }: Executor, states: States, { networkId, before, revision }: Answer): Steps<NetworkState> {
  if (revision === undefined) {
    states.delete(networkId)
    throw noNetwork(networkId)
  }
  const isOther = before > revision
  const known = isOther ? undefined : states.get(networkId)
  if (known && (yield* follow(statements, known, { networkId, revision }))) return known
  const loaded = newState(yield* loadSnapshot(statements, networkId))
  const meanwhile = isOther ? undefined : states.get(networkId)
  if (meanwhile && meanwhile.snapshot.revision >= loaded.snapshot.revision) return meanwhile
  states.set(networkId, loaded)
  return loaded
}

/** @returns false where there is too much to follow */
function* follow(
  statements: Statements,
  state: NetworkState,
  { networkId, revision }: { readonly networkId: string; readonly revision: number },
): Steps<boolean> {
  if (state.snapshot.revision < revision) yield* catchUp(statements, networkId, state)
  return state.snapshot.revision >= revision
}

function* current(
  executor: Executor,
  states: States,
  { networkId, isLock }: { readonly networkId: string; readonly isLock: boolean },
): Steps<NetworkState> {
  const { revision, lockRevision } = executor.statements
  const before = states.get(networkId)?.snapshot.revision ?? 0
  const [row] = yield* ask(isLock ? lockRevision : revision, { networkId })
  return yield* stateAt(executor, states, { networkId, before, revision: row?.revision })
}

export function makeCache(executor: Executor): NetworkCache {
  const states: States = new Map()
  const drop = (networkId: string) => void states.delete(networkId)
  const lock = function* (networkId: string): Steps<NetworkState> {
    const known = states.get(networkId)
    return known && executor.isAlone ? known : yield* current(executor, states, { networkId, isLock: true })
  }
  return {
    has: (networkId) => states.has(networkId),
    read: async (networkId) => {
      const known = states.get(networkId)
      return known && executor.isAlone ? known : executor.ask(() => current(executor, states, { networkId, isLock: false }))
    },
    *withLock(networkId, steps) {
      try {
        return yield* steps(yield* lock(networkId))
      } catch (error) {
        if (!(error instanceof DomainError)) drop(networkId)
        throw error
      }
    },
    advance: (networkId, set) => {
      const state = states.get(networkId)
      if (!state) return
      // A reader who was slower may have put an older state back: it is read again when it is next asked for.
      if (set.revision > state.snapshot.revision + 1) drop(networkId)
      else advance(state, set)
    },
    add: (networkId, set) => void states.set(networkId, stateAfter(set)),
    drop,
  }
}
