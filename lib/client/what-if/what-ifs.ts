import type { Snapshot } from '../../domain/snapshot.ts'
import { type Observable, observable } from '../observable.ts'
import { pack, type Question, type Step, type WhatIfAnswer, type WhatIfReply, type WhatIfRequest } from './protocol.ts'

/** What is known of a what-if. Until a new answer is there the one before stays, with the question that it answers. */
export type WhatIfState = {
  /** stopped: a person gave it up */
  readonly step: 'idle' | 'working' | 'stopped' | 'done' | 'failed'
  readonly run: number
  readonly question: Question | null
  readonly answered: { readonly question: Question; readonly answer: WhatIfAnswer } | null
  /** how far it is, 0 to 1, and with what; null as long as that is not worth a bar */
  readonly progress: { readonly share: number; readonly step: Step } | null
  readonly failure: string | null
}

/** The other side: a worker, or what a test puts in its place. */
export type Port = { readonly ask: (request: WhatIfRequest) => void; readonly close: () => void }

const nothingAsked: WhatIfState = { step: 'idle', run: 0, question: null, answered: null, progress: null, failure: null }

/** The state after a word of the worker. What belongs to an earlier run changes nothing. */
function heard(state: WhatIfState, reply: WhatIfReply): WhatIfState {
  if (reply.run !== state.run || !state.question) return state
  switch (reply.kind) {
    case 'progress':
      return { ...state, progress: { share: reply.share, step: reply.step } }
    case 'done':
      return { ...state, step: 'done', progress: null, answered: { question: state.question, answer: reply.answer } }
    case 'failed':
      return { ...state, step: 'failed', progress: null, failure: reply.message }
  }
}

export type WhatIfStore = {
  readonly state: Observable<WhatIfState>
  /** asks; what was asked before is given up */
  readonly ask: (snapshot: Snapshot, question: Question) => void
  /** gives up what is asked; what was answered stays. Nothing where nothing is worked out. */
  readonly stop: () => void
  /** gives up what is asked and lets the worker go; what was answered stays, for a page that comes back */
  readonly close: () => void
}

/**
 * What-ifs about one network, worked out beside the page. Nothing of it leaves the browser.
 *
 * @param open starts the worker when it is needed first
 */
export function whatIfStore(open: (onReply: (reply: WhatIfReply) => void) => Port): WhatIfStore {
  const state = observable(nothingAsked)
  let port: Port | null = null
  let sent: Snapshot | null = null
  const letGo = () => {
    port?.close()
    port = null
    sent = null
  }
  /** A worker that failed may be gone: the next question goes to a new one, with the whole network. */
  const hear = (reply: WhatIfReply) => {
    const before = state.get()
    state.set(heard(before, reply))
    if (reply.kind === 'failed' && reply.run === before.run) letGo()
  }
  return {
    state,
    ask: (snapshot, question) => {
      const { run: last, answered } = state.get()
      port ??= open(hear)
      if (sent !== snapshot) port.ask({ kind: 'network', network: pack(snapshot) })
      sent = snapshot
      const run = last + 1
      state.set({ step: 'working', run, question, answered, progress: null, failure: null })
      port.ask({ kind: 'suppose', run, question })
    },
    stop: () => {
      const { step, run } = state.get()
      if (step !== 'working') return
      port?.ask({ kind: 'stop' })
      state.set({ ...state.get(), step: 'stopped', run: run + 1, progress: null })
    },
    close: () => {
      port?.ask({ kind: 'stop' })
      letGo()
      const { run, answered } = state.get()
      state.set({ ...nothingAsked, run: run + 1, answered })
    },
  }
}
