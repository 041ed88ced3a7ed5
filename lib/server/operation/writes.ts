import { DomainError } from '../../domain/error.ts'
import type { Committed, Store } from '../store-contract.ts'
import type { Family } from './exposition.ts'

type Outcome = 'saved' | 'repeated' | 'refused' | 'failed'

/** A refusal is the user's to mend, a failure the operator's. */
function outcomeOf(error: unknown): Outcome {
  const isRefusal = error instanceof DomainError && error.code !== 'UNAVAILABLE' && error.code !== 'STORAGE_FULL'
  return isRefusal ? 'refused' : 'failed'
}

/** The same store, whose change sets are counted by what came of them. */
export function countWrites(store: Store): { readonly store: Store; readonly families: () => Family[] } {
  const counts: Record<Outcome, number> = { saved: 0, repeated: 0, refused: 0, failed: 0 }
  const counted = async (work: Promise<Committed>) => {
    try {
      const committed = await work
      counts[committed.replayed ? 'repeated' : 'saved'] += 1
      return committed
    } catch (error) {
      counts[outcomeOf(error)] += 1
      throw error
    }
  }
  const samples = () => Object.entries(counts).map(([outcome, value]) => ({ labels: { outcome }, value }))
  return {
    store: {
      ...store,
      commit: (...args) => counted(store.commit(...args)),
      commitWith: (...args) => counted(store.commitWith(...args)),
      create: (...args) => counted(store.create(...args)),
      undo: (...args) => counted(store.undo(...args)),
      redo: (...args) => counted(store.redo(...args)),
    },
    families: () => [{ name: 'weft_commits_total', help: 'Change sets by what came of them.', type: 'counter', samples: samples() }],
  }
}
