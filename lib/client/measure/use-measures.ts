'use client'
import { useEffect, useMemo } from 'react'
import { networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { useObservable } from '../observable.ts'
import { type MeasureState, measureStore, type Port } from './measures.ts'
import type { MeasureReply, MeasureRequest } from './protocol.ts'
import { type Question, sharing } from './shared.ts'

/** Guaranteed by the worker: it says nothing else. */
function replyIn(message: MessageEvent<unknown>): MeasureReply {
  return message.data as MeasureReply
}

function openWorker(onReply: (reply: MeasureReply) => void): Port {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  let run = 0
  worker.onmessage = (message) => onReply(replyIn(message))
  // a worker that could not be loaded says nothing by itself
  worker.onerror = () => onReply({ kind: 'failed', run, message: 'The worker that measures could not be started.' })
  const ask = (request: MeasureRequest) => {
    run = request.run
    worker.postMessage(request)
  }
  return { ask, close: () => worker.terminate() }
}

/** Long enough to go from one drawing to another. */
const lingerMs = 5_000

const measuresFor = sharing(() => measureStore(openWorker), lingerMs)
/** The same of another moment of the network, so that neither ends what is measured of the other. */
const measuresOfThen = sharing(() => measureStore(openWorker), lingerMs)

/** What is known by now, and what a person can do about it: give up what takes long, and ask for it again. */
export type Measuring = { readonly state: MeasureState; readonly stop: () => void; readonly again: () => void }

/**
 * The measures of the network on the screen, computed in a worker: each is there as soon as it is known. A new revision, or another
 * question, ends what was measured before; all who ask the same read one run.
 */
export function useMeasures(snapshot: Snapshot, question: Question): Measuring {
  return useSharedMeasures(measuresFor, snapshot, question)
}

/** The measures of the network as it was at another moment; nothing is measured without one. */
export function useMeasuresOfThen(snapshot: Snapshot | null, question: Question): MeasureState {
  return useSharedMeasures(measuresOfThen, snapshot, question).state
}

function useSharedMeasures(open: typeof measuresFor, snapshot: Snapshot | null, { goalId, focalNodeId, cycleId }: Question): Measuring {
  const networkId = snapshot && networkOf(snapshot).id
  const measures = useMemo(() => open({ networkId, goalId, focalNodeId, cycleId }), [open, networkId, goalId, focalNodeId, cycleId])
  useEffect(() => measures.read(), [measures])
  useEffect(() => {
    if (snapshot) measures.measure(snapshot)
  }, [measures, snapshot])
  const state = useObservable(measures.state)
  return useMemo(
    () => ({
      state,
      stop: measures.stop,
      again: () => {
        if (snapshot) measures.measure(snapshot)
      },
    }),
    [state, measures, snapshot],
  )
}
