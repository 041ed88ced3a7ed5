'use client'
import { useEffect, useState } from 'react'
import type { Snapshot } from '../../domain/snapshot.ts'
import { useObservable } from '../observable.ts'
import type { Question, WhatIfReply } from './protocol.ts'
import { type Port, type WhatIfState, whatIfStore } from './what-ifs.ts'

/** Guaranteed by the worker: it says nothing else. */
function replyIn(message: MessageEvent<unknown>): WhatIfReply {
  return message.data as WhatIfReply
}

function openWorker(onReply: (reply: WhatIfReply) => void): Port {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = (message) => onReply(replyIn(message))
  return { ask: (request) => worker.postMessage(request), close: () => worker.terminate() }
}

/** What would be otherwise, computed in a worker; nothing is asked while nothing is supposed. A new revision, or another edit, ends what was asked before. */
export function useWhatIf(snapshot: Snapshot, { edits, cycleId, today }: Question): WhatIfState {
  const [store] = useState(() => whatIfStore(openWorker))
  useEffect(() => {
    if (edits.length > 0) store.ask(snapshot, { edits, cycleId, today })
  }, [store, snapshot, edits, cycleId, today])
  useEffect(() => store.close, [store])
  return useObservable(store.state)
}
