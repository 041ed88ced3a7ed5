'use client'
import { useEffect, useState } from 'react'
import type { AnalysisOptions } from '../../domain/measure/report/analyse.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { useObservable } from '../observable.ts'
import { type MeasureState, measureStore, type Port } from './measures.ts'
import type { MeasureReply } from './protocol.ts'

/** Guaranteed by the worker: it says nothing else. */
function replyIn(message: MessageEvent<unknown>): MeasureReply {
  return message.data as MeasureReply
}

function openWorker(onReply: (reply: MeasureReply) => void): Port {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = (message) => onReply(replyIn(message))
  return { ask: (request) => worker.postMessage(request), close: () => worker.terminate() }
}

/**
 * The measures of a network, computed in a worker: each is there as soon as it is known. A new revision, or another question, ends what
 * was measured before.
 */
export function useMeasures(snapshot: Snapshot, { goalId, focalNodeId, cycleId }: AnalysisOptions): MeasureState {
  const [store] = useState(() => measureStore(openWorker))
  useEffect(() => store.measure(snapshot, { goalId, focalNodeId, cycleId }), [store, snapshot, goalId, focalNodeId, cycleId])
  useEffect(() => store.close, [store])
  return useObservable(store.state)
}
