import type { AnalysisOptions } from '../../domain/measure/report/analyse.ts'
import type { MeasureKey, Measures } from '../../domain/measure/report/parts.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type Observable, observable } from '../observable.ts'
import { type MeasureReply, type MeasureRequest, pack } from './protocol.ts'

/** A measure with the revision of the network that it is of. */
type Known = { readonly [K in MeasureKey]?: { readonly value: Measures[K]; readonly revision: number } }

/** What is known of the measures of the network on the screen. Until a new number is there the one before stays, with its revision. */
export type MeasureState = {
  /** stopped: a person gave it up; what was known until then is there */
  readonly step: 'idle' | 'measuring' | 'stopped' | 'done' | 'failed'
  readonly run: number
  /** of the network that is measured */
  readonly revision: number
  readonly known: Known
  /** how far it is, 0 to 1; null as long as that is not worth a bar */
  readonly share: number | null
  readonly failure: string | null
}

/** The other side: a worker, or what a test puts in its place. */
export type Port = { readonly ask: (request: MeasureRequest) => void; readonly close: () => void }

export const nothingMeasured: MeasureState = { step: 'idle', run: 0, revision: -1, known: {}, share: null, failure: null }

/** The state after a word of the worker. What belongs to an earlier run changes nothing. */
export function heard(state: MeasureState, reply: MeasureReply): MeasureState {
  if (reply.run !== state.run) return state
  switch (reply.kind) {
    case 'part':
      return { ...state, known: { ...state.known, [reply.part.key]: { value: reply.part.value, revision: state.revision } } }
    case 'progress':
      return { ...state, share: reply.share }
    case 'done':
      return { ...state, step: 'done', share: null }
    case 'failed':
      return { ...state, step: 'failed', share: null, failure: reply.message }
  }
}

export type MeasureStore = {
  readonly state: Observable<MeasureState>
  /** measures this network; what was measured before is given up */
  readonly measure: (snapshot: Snapshot, options: AnalysisOptions) => void
  /** gives up what is measured and keeps what is known by now; nothing where nothing is measured */
  readonly stop: () => void
  /** gives up what is measured and lets the worker go */
  readonly close: () => void
}

/**
 * The measures of one network in the browser.
 *
 * @param open starts the worker when it is needed first
 */
export function measureStore(open: (onReply: (reply: MeasureReply) => void) => Port): MeasureStore {
  const state = observable(nothingMeasured)
  let port: Port | null = null
  let sent: Snapshot | null = null
  const letGo = () => {
    port?.close()
    port = null
    sent = null
  }
  /** A worker that failed may be gone: the next network goes to a new one, whole. */
  const hear = (reply: MeasureReply) => {
    const before = state.get()
    state.set(heard(before, reply))
    if (reply.kind === 'failed' && reply.run === before.run) letGo()
  }
  return {
    state,
    measure: (snapshot, options) => {
      const { run: last, known } = state.get()
      const run = last + 1
      port ??= open(hear)
      state.set({ step: 'measuring', run, revision: snapshot.revision, known, share: null, failure: null })
      port.ask({ kind: 'measure', run, network: pack(snapshot, sent), options })
      sent = snapshot
    },
    stop: () => {
      const { step, run } = state.get()
      if (step !== 'measuring') return
      port?.ask({ kind: 'stop', run })
      state.set({ ...state.get(), step: 'stopped', run: run + 1, share: null })
    },
    close: () => {
      const { run } = state.get()
      port?.ask({ kind: 'stop', run })
      letGo()
      state.set({ ...nothingMeasured, run: run + 1 })
    },
  }
}
