import type { AnalysisOptions } from '../../domain/measure/report/analyse.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Observable } from '../observable.ts'
import type { MeasureState, MeasureStore } from './measures.ts'

/** What is asked of a network, as it stands on a screen. */
export type Question = Pick<AnalysisOptions, 'goalId' | 'focalNodeId' | 'cycleId'>

/** Of which network it is asked; null as long as there is none. */
export type AskedOf = Question & { readonly networkId: string | null }

/** The measures for one question, whoever reads them: a drawing, its numbers and a panel read one run. */
export type SharedMeasures = {
  readonly state: Observable<MeasureState>
  /** begins to read; what it gives back ends that */
  readonly read: () => () => void
  /** measures this network, unless that is done or going on */
  readonly measure: (snapshot: Snapshot) => void
  /** gives up what is measured, until somebody asks for it again */
  readonly stop: () => void
}

type Entry = { readonly store: MeasureStore; readers: number; of: Snapshot | null }

/**
 * Gives each question one store, that is closed some time after its last reader has left: who goes from a drawing to the next one finds
 * the numbers there.
 *
 * @param open makes a store
 * @param lingerMs how long a store waits for its next reader
 */
export function sharing(open: () => MeasureStore, lingerMs: number): (asked: AskedOf) => SharedMeasures {
  const entries = new Map<string, Entry>()
  const entryAt = (key: string): Entry => {
    const known = entries.get(key) ?? { store: open(), readers: 0, of: null }
    entries.set(key, known)
    return known
  }
  const letGo = (key: string, entry: Entry) => {
    if (entry.readers > 0) return
    entry.store.close()
    entry.of = null
    if (entries.get(key) === entry) entries.delete(key)
  }
  return ({ networkId, goalId, focalNodeId, cycleId }) => {
    const key = JSON.stringify([networkId, goalId, focalNodeId, cycleId])
    const entry = entryAt(key)
    return {
      state: entry.store.state,
      read: () => {
        entry.readers += 1
        entries.set(key, entry)
        return () => {
          entry.readers -= 1
          setTimeout(() => letGo(key, entry), lingerMs)
        }
      },
      measure: (snapshot) => {
        if (entry.of === snapshot) return
        entry.of = snapshot
        entry.store.measure(snapshot, { goalId, focalNodeId, cycleId })
      },
      stop: () => {
        entry.of = null
        entry.store.stop()
      },
    }
  }
}
