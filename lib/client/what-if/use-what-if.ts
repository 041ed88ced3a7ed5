'use client'
import { useEffect, useMemo, useState } from 'react'
import type { Snapshot } from '../../domain/snapshot.ts'
import { useObservable } from '../observable.ts'
import type { Question, WhatIfReply, WhatIfRequest } from './protocol.ts'
import { type Port, type WhatIfState, whatIfStore } from './what-ifs.ts'

/** Guaranteed by the worker: it says nothing else. */
function replyIn(message: MessageEvent<unknown>): WhatIfReply {
  return message.data as WhatIfReply
}

function openWorker(onReply: (reply: WhatIfReply) => void): Port {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  let run = 0
  worker.onmessage = (message) => onReply(replyIn(message))
  // a worker that could not be loaded says nothing by itself
  worker.onerror = () => onReply({ kind: 'failed', run, message: 'The worker that thinks it through could not be started.' })
  const ask = (request: WhatIfRequest) => {
    if (request.kind === 'suppose') run = request.run
    worker.postMessage(request)
  }
  return { ask, close: () => worker.terminate() }
}

/** How far it is, and what a person can do about it: give up what takes long, and ask for it again. */
export type WhatIfRun = { readonly state: WhatIfState; readonly stop: () => void; readonly again: () => void }

/** What would be otherwise, computed in a worker; nothing is asked while nothing is supposed. A new revision, or another edit, ends what was asked before. */
export function useWhatIf(snapshot: Snapshot, { edits, cycleId, today }: Question): WhatIfRun {
  const [store] = useState(() => whatIfStore(openWorker))
  useEffect(() => {
    if (edits.length > 0) store.ask(snapshot, { edits, cycleId, today })
  }, [store, snapshot, edits, cycleId, today])
  useEffect(() => store.close, [store])
  const state = useObservable(store.state)
  return useMemo(
    () => ({ state, stop: store.stop, again: () => store.ask(snapshot, { edits, cycleId, today }) }),
    [state, store, snapshot, edits, cycleId, today],
  )
}
